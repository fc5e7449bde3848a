import { ChartFoot } from '@/components/charts/chart-foot'
import { AsTable, Table, Td, Th, Tr } from '@/components/ui'
import { formatCompact, formatDecimal } from '@/lib/core/format'
import { type Comparison, dataHref, embedHref } from '@/lib/market/statistics/comparison'
import {
  type MeasureId,
  measureOf,
  type StatisticFigure,
  type StatisticPoint,
} from '@/lib/market/statistics/measures'
import { rebase } from '@/lib/market/statistics/rebase'
import { sourcesOf } from '@/lib/market/statistics/sources-of'
import { StatisticChart } from './statistic-chart'
import { axisNames, formatAsOf, formatPointDate, formatStatistic, formatTick } from './statistic-format'

export type ChartedNetwork = {
  slug: string
  name: string
  figures: readonly StatisticFigure[]
  /** of the measure drawn */
  points: readonly StatisticPoint[]
}

/** A measure of one or more networks over time, with its figures as a table, as files and as a frame. */
export function MeasureChart({
  comparison,
  networks,
  height,
  isEmbedded = false,
}: {
  comparison: Comparison
  networks: readonly ChartedNetwork[]
  height?: string
  /** it stands alone already */
  isEmbedded?: boolean
}) {
  const { measure, scale } = comparison
  const { name, unit, history } = measureOf(measure)
  const known = networks.filter(({ points }) => points.length > 0)
  const by = history ?? 'day'
  const isIndexed = scale === 'indexed'
  const rebased = isIndexed ? rebase(known.map(({ points }) => points)) : undefined
  const series = known.map(({ name, points }, i) => ({ name, points: rebased?.histories[i] ?? points }))
  const title = `${name}: ${networks.map((network) => network.name).join(', ')}`
  const base = rebased?.base && formatPointDate(measure, rebased.base)
  const newest = known.flatMap(({ figures }) => figures.filter((one) => one.measure === measure))
  const isLog = scale === 'log' ? hasPositive(series) : isIndexed && isWide(series)
  if (known.length === 0) return null
  return (
    <figure>
      <StatisticChart
        series={series}
        name={title}
        axis={`${isIndexed ? `${name}, 100 = ${base ?? 'each one’s first month'}` : axisNames[unit]}${isLog ? ', log scale' : ''}`}
        tick={(value) => (isIndexed ? formatCompact(value) : formatTick(unit, value))}
        tell={(value) => (isIndexed ? formatDecimal(value, 1) : formatStatistic(unit, value))}
        label={describe(title, measure, known)}
        isLog={isLog}
        isLogGrowth={unit === 'phase' && !isIndexed}
        by={by}
        {...(height && { height })}
      />
      <ChartFoot
        source={sourcesOf(newest)}
        asOf={newest
          .map(({ asOf }) => asOf)
          .sort()
          .slice(-1)
          .map(formatAsOf)
          .join('')}
        method={{ href: methodHref(measure) }}
        data={{ csv: dataHref(comparison, 'csv'), json: dataHref(comparison, 'json') }}
        embed={isEmbedded ? undefined : embedHref(comparison)}
        isEmbedded={isEmbedded}
        title={title}
      />
      {!isEmbedded && <PointsTable caption={title} measure={measure} networks={known} />}
    </figure>
  )
}

type Drawn = readonly { points: readonly { value: number }[] }[]

const hasPositive = (series: Drawn) => series.some(({ points }) => points.some(({ value }) => value > 0))

/** Indexed figures that span more than a hundredfold are told apart on a log scale alone. */
function isWide(series: Drawn): boolean {
  const values = series.flatMap(({ points }) => points.map(({ value }) => value))
  return Math.min(...values) > 0 && Math.max(...values) > 100 * Math.min(...values)
}

/** Where it is written how a measure is made. */
export const methodHref = (measure: MeasureId) => `/method#statistic-${measure}`

/** The chart in a sentence. */
function describe(title: string, measure: MeasureId, networks: readonly ChartedNetwork[]): string {
  const { unit } = measureOf(measure)
  const told = networks.map(({ name, points }) => {
    const [first, last] = [points[0], points.at(-1)]
    if (!first || !last) return name
    const tell = ({ at, value }: StatisticPoint) =>
      `${formatStatistic(unit, value)} in ${formatPointDate(measure, at)}`
    return `${name} ${tell(first)}, ${tell(last)}`
  })
  return `${title}. ${told.join('; ')}.`
}

/** The chart's figures, newest first; what is unknown stays blank. */
function PointsTable({
  caption,
  measure,
  networks,
}: {
  caption: string
  measure: MeasureId
  networks: readonly ChartedNetwork[]
}) {
  const { unit } = measureOf(measure)
  const dates = [...new Set(networks.flatMap(({ points }) => points.map(({ at }) => at)))].sort().reverse()
  const columns = networks.map(({ slug, name, points }) => ({
    slug,
    name,
    at: new Map(points.map((point) => [point.at, point])),
  }))
  return (
    <AsTable>
      <Table caption={caption}>
        <thead>
          <tr>
            <Th>Date</Th>
            {columns.map(({ slug, name }) => (
              <Th key={slug} numeric>
                {name}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {dates.map((date) => (
            <Tr key={date}>
              <Td className="figures text-sm whitespace-nowrap">{formatPointDate(measure, date)}</Td>
              {columns.map(({ slug, at }) => {
                const point = at.get(date)
                return (
                  <Td key={slug} numeric title={point && String(point.value)}>
                    {point && formatStatistic(unit, point.value)}
                    {point?.says && <span className="ml-2 font-sans text-muted">{point.says}</span>}
                  </Td>
                )
              })}
            </Tr>
          ))}
        </tbody>
      </Table>
    </AsTable>
  )
}
