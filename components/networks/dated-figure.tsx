import { formatMonth } from '@/lib/core/format'
import { latestOf, type Measure, type NetworkMonth } from '@/lib/market/network-history'
import { formatMeasure } from './measure-names'

/** The newest known figure of a measure with its month under it, starred where its dollars are tokens × price. */
export function DatedFigure({ months, measure }: { months: readonly NetworkMonth[]; measure: Measure }) {
  const latest = latestOf(months, measure)
  if (!latest) return <span className="text-muted">unknown</span>
  return (
    <>
      <span className="block" title={String(latest.value)}>
        {formatMeasure(measure, latest.value)}
      </span>
      <span className="block font-sans text-xs tracking-normal text-muted">
        {formatMonth(latest.month)}
        {latest.isDerived && ' *'}
      </span>
    </>
  )
}
