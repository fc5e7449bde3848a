import { inArray, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { statisticPoints, statistics } from '@/db/schema'
import { measureIds, measureOf, type ScopeStatistics } from '@/lib/market/statistics/measures'

const BATCH = 1_000

/** Puts the newest figures of scopes in; those that were there have been taken away. */
export async function storeStatistics(
  db: Queryable,
  scopes: readonly ScopeStatistics[],
  computedAt: Date,
): Promise<void> {
  const rows = scopes.flatMap(({ scope, figures }) =>
    figures.map((figure) => ({ scope, ...figure, computedAt })),
  )
  for (let start = 0; start < rows.length; start += BATCH)
    await db.insert(statistics).values(rows.slice(start, start + BATCH))
}

/**
 * Puts points of histories in. Those by month are made anew, since a publication may have been revised; those by day
 * are kept, and today's is brought up to date.
 */
export async function storePoints(
  db: Queryable,
  scopes: readonly ScopeStatistics[],
  history: 'month' | 'day',
): Promise<void> {
  const measures = measureIds.filter((id) => measureOf(id).history === history)
  const rows = scopes.flatMap(({ scope, points }) =>
    points.filter(({ measure }) => measures.includes(measure)).map((point) => ({ scope, ...point })),
  )
  if (history === 'month') await db.delete(statisticPoints).where(inArray(statisticPoints.measure, measures))
  for (let start = 0; start < rows.length; start += BATCH)
    await db
      .insert(statisticPoints)
      .values(rows.slice(start, start + BATCH))
      .onConflictDoUpdate({
        target: [statisticPoints.scope, statisticPoints.measure, statisticPoints.at],
        set: { value: sql`excluded.value` },
        setWhere: sql`${statisticPoints.value} is distinct from excluded.value`,
      })
}
