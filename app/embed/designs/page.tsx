import type { Metadata } from 'next'
import { allDesignKnobs } from '@/components/lab/design-knobs'
import { charted, measureLook } from '@/components/lab/design-measures'
import { FramedDesign } from '@/components/lab/framed-design'
import { FramedFigure } from '@/components/lab/framed-figure'
import { readKnobs, writeKnobs } from '@/components/lab/number-knobs'
import { readCostDistribution } from '@/lib/server/lab/read-cost-distribution'

export const metadata: Metadata = { title: 'Token designs', robots: { index: false } }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** One chart of two designs alone, at the figures of the address. */
export default async function EmbeddedDesigns({ searchParams }: Props) {
  const [query, found] = await Promise.all([searchParams, readCostDistribution()])
  if (!found) return <p className="p-4 text-sm text-muted">No operator’s running cost is known.</p>
  const values = readKnobs(allDesignKnobs, query)
  const measure = charted.find((one) => one === query.chart) ?? 'price'
  const href = `/lab/designs${writeKnobs(allDesignKnobs, values)}`
  return (
    <FramedFigure title={`Token designs: ${measureLook[measure].title.toLowerCase()}`} href={href}>
      <FramedDesign
        measure={measure}
        values={values}
        steps={found.steps}
        source={`the ${found.steps.length} operators of the relay network with their running costs of ${found.month}`}
        method={`${href}#method`}
      />
    </FramedFigure>
  )
}
