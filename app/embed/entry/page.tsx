import type { Metadata } from 'next'
import { EntryFigure } from '@/components/lab/entry-figure'
import { entryKnobs } from '@/components/lab/entry-knobs'
import { FramedFigure } from '@/components/lab/framed-figure'
import { readKnobs, writeKnobs } from '@/components/lab/number-knobs'
import { readCostDistribution } from '@/lib/server/lab/read-cost-distribution'

export const metadata: Metadata = { title: 'Free entry', robots: { index: false } }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Reward and cost of the next device alone, at the figures of the address. */
export default async function EmbeddedEntry({ searchParams }: Props) {
  const [query, ground] = await Promise.all([searchParams, readCostDistribution()])
  if (!ground) return <p className="p-4 text-sm text-muted">No operator’s running cost is known.</p>
  const values = readKnobs(entryKnobs, query)
  const href = `/lab/entry${writeKnobs(entryKnobs, values)}`
  return (
    <FramedFigure title="How many devices a reward pool carries" href={href}>
      <EntryFigure ground={ground} values={values} origin={{ method: `${href}#method`, isFramed: true }} />
    </FramedFigure>
  )
}
