import { ChartFoot } from '@/components/charts/chart-foot'
import { HistoryChart } from '@/components/charts/history-chart'
import { formatMonth } from '@/lib/core/format'
import { derivedMonths, latestOf, type Measure, type NetworkMonth } from '@/lib/market/network-history'
import { type Comparison, dataHref, embedHref } from '@/lib/market/statistics/comparison'
import type { MeasureId } from '@/lib/market/statistics/measures'
import { methodHref } from './measure-chart'
import { formatMeasure, measureNames } from './measure-names'

/** One measure of a network that is known: its newest figure, and its history charted. */
export function HistoryPanel({
  months,
  measure,
  slug,
  name: network,
  source,
  log,
}: {
  months: readonly NetworkMonth[]
  measure: Measure
  slug: string
  name: string
  /** who published the months */
  source: string
  log: boolean
}) {
  const { name, per, unit } = measureNames[measure]
  const latest = latestOf(months, measure)
  if (!latest) return null
  const isDerived = measure === 'rewardsUsd' || measure === 'rewardPerNode'
  const statistic = statisticOf[measure]
  const comparison: Comparison = { networks: [slug], measure: statistic, scale: log ? 'log' : 'absolute' }
  return (
    <figure className="min-w-0">
      <figcaption className="mb-2 flex flex-wrap items-baseline gap-x-3">
        <span className="font-medium">{name}</span>
        <span className="text-sm text-muted">{per}</span>
        <span className="ml-auto text-sm text-muted">
          <span className="figures text-ink">{formatMeasure(measure, latest.value)}</span> in{' '}
          {formatMonth(latest.month)}
        </span>
      </figcaption>
      <div className="h-56">
        <HistoryChart
          points={months.map((row) => ({ month: row.month, value: row[measure] ?? null }))}
          unit={unit}
          name={`${name} by month`}
          label={describe(months, measure)}
          log={log}
        />
      </div>
      <ChartFoot
        source={isDerived ? `${source}${derivedWords(months)}` : source}
        asOf={formatMonth(latest.month)}
        method={{ href: methodHref(statistic) }}
        data={{ csv: dataHref(comparison, 'csv'), json: dataHref(comparison, 'json') }}
        embed={embedHref(comparison)}
        title={`${name}: ${network}`}
      />
    </figure>
  )
}

/** The public statistic that a measure's chart draws, with its files and its frame. */
const statisticOf: Record<Measure, MeasureId> = {
  rewardsUsd: 'rewardsUsd',
  rewardPerNode: 'rewardPerNode',
  activeNodes: 'nodes',
  tokenPriceUsd: 'tokenPrice',
}

/** Which months' dollars are tokens × price. */
function derivedWords(months: readonly NetworkMonth[]): string {
  const derived = derivedMonths(months)
  if (!derived) return ''
  const { first, last, count, of } = derived
  if (count === of) return '; dollars are its tokens × price'
  return `; dollars of ${formatMonth(first)} to ${formatMonth(last)} are its tokens × price`
}

/** The chart in a sentence. */
function describe(months: readonly NetworkMonth[], measure: Measure): string {
  const known = months.flatMap((row) => {
    const value = row[measure]
    return value === undefined ? [] : [{ month: row.month, value }]
  })
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last) return `${measureNames[measure].name}: unknown`
  const highest = known.reduce((best, row) => (row.value > best.value ? row : best))
  const tell = (row: { month: string; value: number }) =>
    `${formatMeasure(measure, row.value)} in ${formatMonth(row.month)}`
  return `${measureNames[measure].name} by month: ${tell(first)}, highest ${tell(highest)}, ${tell(last)}`
}
