import { asc, inArray, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import {
  allStatistics,
  type StatisticPointRow,
  type StatisticRow,
  statisticPointsOf,
  statisticsOf,
} from '@/db/queries/statistics'
import { networks } from '@/db/schema'
import { type Comparison, parseComparison } from '@/lib/market/statistics/comparison'
import {
  ALL,
  isMeasure,
  type MeasureId,
  measureIds,
  type StatisticFigure,
  type StatisticPoint,
} from '@/lib/market/statistics/measures'
import { context } from '../context'

export type { Comparison }
export { parseComparison }

type Reader = { db: Queryable }

/** One network's, or all networks', statistics as the worker last kept them. */
export type Statistics = {
  /** in the order of the measures */
  figures: StatisticFigure[]
  /** oldest first */
  points: StatisticPoint[]
  /** when the newest of them was kept; undefined before the worker ran */
  computedAt: Date | undefined
}

/** @param scope a network's slug, or 'all' */
export async function readStatistics(scope: string, { db }: Reader = context()): Promise<Statistics> {
  const [rows, points] = await Promise.all([statisticsOf(db, [scope]), statisticPointsOf(db, [scope])])
  return {
    figures: toFigures(rows),
    points: points.flatMap(toPoint),
    computedAt: rows.map((row) => row.computedAt).sort((a, b) => b.getTime() - a.getTime())[0],
  }
}

/** Newest figures by network, for tables. */
export async function readFiguresByScope(
  { db }: Reader = context(),
): Promise<Map<string, StatisticFigure[]>> {
  return byScope(await allStatistics(db))
}

export type ComparedNetwork = {
  slug: string
  name: string
  token: string
  figures: StatisticFigure[]
  /** of the measure compared */
  points: StatisticPoint[]
}

/** All of them together stand beside the others as one. */
const allNetworks = { name: 'All networks', token: '' }

/** The networks of a comparison, in its order; those nobody knows are left out. */
export async function readComparison(
  { networks: slugs, measure }: Pick<Comparison, 'networks' | 'measure'>,
  { db }: Reader = context(),
): Promise<ComparedNetwork[]> {
  if (slugs.length === 0) return []
  const [facts, rows, points] = await Promise.all([
    db
      .select()
      .from(networks)
      .where(inArray(networks.slug, slugs))
      .orderBy(asc(sql`lower(${networks.name})`)),
    statisticsOf(db, slugs),
    statisticPointsOf(db, slugs, measure),
  ])
  const figures = byScope(rows)
  return slugs.flatMap((slug) => {
    const network = slug === ALL ? allNetworks : facts.find((one) => one.slug === slug)
    return network
      ? [
          {
            slug,
            name: network.name,
            token: network.token,
            figures: figures.get(slug) ?? [],
            points: points.filter((point) => point.scope === slug).flatMap(toPoint),
          },
        ]
      : []
  })
}

function byScope(rows: readonly StatisticRow[]): Map<string, StatisticFigure[]> {
  const scopes = new Map<string, StatisticRow[]>()
  for (const row of rows) scopes.set(row.scope, [...(scopes.get(row.scope) ?? []), row])
  return new Map([...scopes].map(([scope, own]) => [scope, toFigures(own)]))
}

function toFigures(rows: readonly StatisticRow[]): StatisticFigure[] {
  return measureIds.flatMap((measure) => {
    const row = rows.find((one) => one.measure === measure)
    return row ? [{ ...blanksOut(row), measure, asOf: row.asOf, source: row.source }] : []
  })
}

function blanksOut(row: StatisticRow) {
  return {
    value: row.value ?? undefined,
    low: row.low ?? undefined,
    high: row.high ?? undefined,
    says: row.says ?? undefined,
    sample: row.sample ?? undefined,
    note: row.note ?? undefined,
  }
}

function toPoint(row: StatisticPointRow): StatisticPoint[] {
  if (!isMeasure(row.measure)) return []
  const measure: MeasureId = row.measure
  return [
    {
      measure,
      at: row.at,
      value: row.value,
      low: row.low ?? undefined,
      high: row.high ?? undefined,
      says: row.says ?? undefined,
    },
  ]
}
