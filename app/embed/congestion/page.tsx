import type { Metadata } from 'next'
import { ChoiceFigure } from '@/components/lab/congestion/choice-figure'
import { congestionKnobs } from '@/components/lab/congestion/congestion-knobs'
import { FramedFigure } from '@/components/lab/framed-figure'
import { readKnobs, writeKnobs } from '@/components/lab/number-knobs'
import { readChoiceNetworks } from '@/lib/server/lab/read-choice-networks'

export const metadata: Metadata = { title: 'Congestion', robots: { index: false } }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** What operators keep between optimum and equilibrium, alone, at the figures of the address. */
export default async function EmbeddedCongestion({ searchParams }: Props) {
  const query = await searchParams
  const categories = await readChoiceNetworks()
  const shown = categories.find(({ category }) => category === query.of) ?? categories[0]
  if (!shown) return <p className="p-4 text-sm text-muted">No category has two networks with figures.</p>
  const values = readKnobs(congestionKnobs, query)
  const href = `/lab/congestion${writeKnobs(congestionKnobs, values, `of=${shown.category}`)}`
  return (
    <FramedFigure title={`What operators of ${shown.category} devices keep together`} href={href}>
      <ChoiceFigure
        networks={shown.networks}
        values={values}
        origin={{ method: `${href}#method`, isFramed: true }}
      />
    </FramedFigure>
  )
}
