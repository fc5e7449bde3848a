import { formatCount, formatShare } from '@/lib/core/format'
import {
  ALL,
  type MeasureId,
  type ScopeStatistics,
  type StatisticFigure,
  type StatisticPoint,
} from '@/lib/market/statistics/measures'
import { sourcesOf } from '@/lib/market/statistics/sources-of'
import { concentration } from '../allocation/concentration'
import { latentBreakEven as median } from './entry-pressure'

/**
 * What the networks' publications say of all of them together, from what they say of each. Sums over months take what
 * is known of each month, so that a step in them can be a network that began to publish: the number is told.
 *
 * @param nameOf a network by its slug
 */
export function overallStatistics(
  networks: readonly ScopeStatistics[],
  nameOf: (scope: string) => string,
): ScopeStatistics {
  const figuresOf = (measure: MeasureId) =>
    networks.flatMap(({ scope, figures }) =>
      figures.filter((one) => one.measure === measure).map((figure) => ({ scope, figure })),
    )
  const rewards = byMonth(networks, 'rewardsUsd')
  const spread = [...rewards].map(([at, list]): StatisticPoint => {
    const { index } = concentration(list)
    return { measure: 'hhiNetwork', at, value: index }
  })
  const figures = [
    sum(figuresOf('nodes')),
    sum(figuresOf('rewardsUsd')),
    ratio(figuresOf('rewardsUsd'), figuresOf('nodes')),
    middle(figuresOf('breakEvenDays')),
    middle(figuresOf('exponent')),
    middle(figuresOf('entryPressure')),
    phases(figuresOf('phase')),
    newestConcentration(figuresOf('rewardsUsd'), nameOf),
    held(figuresOf('forecastCoverage')),
  ]
  return {
    scope: ALL,
    figures: figures.filter((figure) => figure !== undefined),
    points: [
      ...[...rewards].map(
        ([at, list]): StatisticPoint => ({ measure: 'rewardsUsd', at, value: total(list) }),
      ),
      ...[...byMonth(networks, 'nodes')].map(
        ([at, list]): StatisticPoint => ({ measure: 'nodes', at, value: total(list) }),
      ),
      ...spread,
    ].sort((a, b) => (a.at < b.at ? -1 : 1)),
  }
}

type Of = { scope: string; figure: StatisticFigure }
type Known = Of & { figure: { value: number } }

const total = (list: readonly (readonly [string, number])[]) =>
  list.reduce((sum, [, value]) => sum + value, 0)
const known = (list: readonly Of[]) => list.filter((one): one is Known => one.figure.value !== undefined)
const newest = (list: readonly Of[]) =>
  list
    .map(({ figure }) => figure.asOf)
    .sort()
    .at(-1) ?? ''
const sources = (list: readonly Of[]) => sourcesOf(list.map(({ figure }) => figure))

function byMonth(networks: readonly ScopeStatistics[], measure: MeasureId) {
  const months = new Map<string, [string, number][]>()
  for (const { scope, points } of networks)
    for (const point of points)
      if (point.measure === measure)
        months.set(point.at, [...(months.get(point.at) ?? []), [scope, point.value]])
  return months
}

function sum(list: readonly Of[]): StatisticFigure | undefined {
  const values = known(list)
  const [first] = values
  if (!first) return undefined
  return {
    measure: first.figure.measure,
    value: values.reduce((sum, { figure }) => sum + figure.value, 0),
    asOf: newest(values),
    source: sources(values),
    sample: values.length,
    note: `${values.length} networks, each in its newest month.`,
  }
}

function ratio(rewards: readonly Of[], nodes: readonly Of[]): StatisticFigure | undefined {
  const both = known(rewards).flatMap(({ scope, figure }) => {
    const counted = known(nodes).find((one) => one.scope === scope && one.figure.asOf === figure.asOf)
    return counted ? [{ scope, figure, nodes: counted.figure.value }] : []
  })
  const all = both.reduce((sum, one) => sum + one.nodes, 0)
  if (!(all > 0)) return undefined
  return {
    measure: 'rewardPerNode',
    value: both.reduce((sum, { figure }) => sum + figure.value, 0) / all,
    asOf: newest(both),
    source: sources(both),
    sample: both.length,
    note: `${both.length} networks whose newest month has both.`,
  }
}

function middle(list: readonly Of[]): StatisticFigure | undefined {
  const told = list.filter(({ figure }) => figure.value !== undefined || figure.says !== undefined)
  const [first] = told
  if (!first) return undefined
  // what is never earned back lies beyond every number
  const value = median(told.map(({ figure }) => figure.value ?? Number.POSITIVE_INFINITY))
  const isKnown = Number.isFinite(value)
  return {
    measure: first.figure.measure,
    value: isKnown ? value : undefined,
    says: isKnown ? undefined : first.figure.says,
    asOf: newest(told),
    source: sources(told),
    sample: told.length,
    note: `The median of ${told.length} networks, each in its newest month.`,
  }
}

function phases(list: readonly Of[]): StatisticFigure | undefined {
  const told = list.filter(({ figure }) => figure.says !== undefined)
  if (told.length === 0) return undefined
  const counts = new Map<string, number>()
  for (const { figure } of told) counts.set(figure.says ?? '', (counts.get(figure.says ?? '') ?? 0) + 1)
  return {
    measure: 'phase',
    says: [...counts]
      .sort((a, b) => b[1] - a[1])
      .map(([phase, count]) => `${count} ${phase}`)
      .join(', '),
    asOf: newest(told),
    source: sources(told),
    sample: told.length,
    note: `${told.length} networks, each in its newest month.`,
  }
}

function newestConcentration(
  list: readonly Of[],
  nameOf: (scope: string) => string,
): StatisticFigure | undefined {
  const values = known(list)
  const { index, largest } = concentration(values.map(({ scope, figure }) => [scope, figure.value]))
  if (!largest) return undefined
  return {
    measure: 'hhiNetwork',
    value: index,
    asOf: newest(values),
    source: sources(values),
    sample: values.length,
    note: `${nameOf(largest.group)} has the largest share, ${formatShare(largest.share)}; each network in its newest month.`,
  }
}

function held(list: readonly Of[]): StatisticFigure | undefined {
  const values = known(list)
  const n = values.reduce((sum, { figure }) => sum + (figure.sample ?? 0), 0)
  if (n === 0) return undefined
  return {
    measure: 'forecastCoverage',
    value: values.reduce((sum, { figure }) => sum + figure.value * (figure.sample ?? 0), 0) / n,
    asOf: newest(values),
    source: sources(values),
    sample: n,
    note: `${formatCount(n)} forecasts of ${values.length} networks; 90% was stated.`,
  }
}
