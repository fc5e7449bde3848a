import { z } from 'zod'
import type { MeasureId, StatisticFigure } from './measures'

/** Columns of what networks pay and how they grow, where networks stand in rows. */
export const growthMeasures = [
  'nodes',
  'rewardsUsd',
  'rewardPerNode',
  'tokenPrice',
  'breakEvenDays',
  'exponent',
  'phase',
  'entryPressure',
  'premium',
  'forecastCoverage',
] as const satisfies readonly MeasureId[]

/** Columns of how this market trades them. */
export const tradeMeasures = [
  'positions',
  'uptime',
  'listedFloat',
  'floor',
  'spread',
  'depth',
  'timeToSale',
  'turnover',
  'washShare',
  'hhiOperator',
  'hhiCell',
] as const satisfies readonly MeasureId[]

export const columnMeasures = [...growthMeasures, ...tradeMeasures] as const
export type ColumnMeasure = (typeof columnMeasures)[number]

export type StatisticOrder = { sort: ColumnMeasure | 'name'; direction: 'asc' | 'desc' }

export type StatisticsOfNetwork = { slug: string; name: string; figures: readonly StatisticFigure[] }

const params = z
  .object({
    sort: z.enum([...columnMeasures, 'name']).catch('name'),
    direction: z.enum(['asc', 'desc']).optional().catch(undefined),
  })
  .catch({ sort: 'name', direction: undefined })

/** Reads an order out of search parameters; what is no order is by name. */
export function parseStatisticOrder(input: unknown): StatisticOrder {
  const { sort, direction } = params.parse(input)
  return { sort, direction: direction ?? firstDirection(sort) }
}

const fromSmallest: readonly StatisticOrder['sort'][] = [
  'name',
  'breakEvenDays',
  'spread',
  'timeToSale',
  'washShare',
  'hhiOperator',
  'hhiCell',
]

/** Names from A on; waits, spreads and concentration from the smallest; everything else from the largest. */
function firstDirection(sort: StatisticOrder['sort']): 'asc' | 'desc' {
  return fromSmallest.includes(sort) ? 'asc' : 'desc'
}

/** The address of the table sorted by a column: pressing the sorted one turns it round. */
export function statisticSortHref(order: StatisticOrder, sort: StatisticOrder['sort']): string {
  const turned = order.direction === 'asc' ? 'desc' : 'asc'
  const direction = order.sort === sort ? turned : firstDirection(sort)
  const search = new URLSearchParams({
    ...(sort !== 'name' && { sort }),
    ...(direction !== firstDirection(sort) && { direction }),
  }).toString()
  return search ? `/networks/statistics?${search}` : '/networks/statistics'
}

/** Networks in an order; what is not known stands last in either direction. */
export function sortByStatistic<row extends StatisticsOfNetwork>(
  rows: readonly row[],
  { sort, direction }: StatisticOrder,
): row[] {
  const sign = direction === 'asc' ? 1 : -1
  if (sort === 'name') return direction === 'asc' ? [...rows] : rows.toReversed()
  const figureOf = ({ figures }: StatisticsOfNetwork) => {
    const figure = figures.find(({ measure }) => measure === sort)
    // a price that is never earned back is the largest of all
    return figure?.value ?? (figure?.says === undefined ? undefined : Number.POSITIVE_INFINITY)
  }
  return rows.toSorted((a, b) => {
    const [left, right] = [figureOf(a), figureOf(b)]
    if (left === undefined || right === undefined)
      return Number(left === undefined) - Number(right === undefined)
    return left === right ? 0 : left < right ? -sign : sign
  })
}
