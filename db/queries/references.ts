import { and, eq, inArray, or, sql } from 'drizzle-orm'
import { referencePrices, saleMarks, sales } from '@/db/schema'
import type { KeptReference } from '@/lib/market/reference-price/kept-reference'
import type { WashMark } from '@/lib/market/reference-price/sale'
import type { Queryable } from '../client'

/** The reference prices of these subjects, as the worker last computed them. */
export async function referencesOf(
  db: Queryable,
  subjects: readonly { scope: KeptReference['scope']; subject: string }[],
): Promise<KeptReference[]> {
  if (subjects.length === 0) return []
  const scopes = new Set(subjects.map(({ scope }) => scope))
  const rows = await db
    .select()
    .from(referencePrices)
    .where(
      or(
        ...[...scopes].map((of) =>
          and(
            eq(referencePrices.scope, of),
            inArray(
              referencePrices.subject,
              subjects.filter(({ scope }) => scope === of).map(({ subject }) => subject),
            ),
          ),
        ),
      ),
    )
  return rows.map(({ sizeTests, ...row }) => ({
    ...row,
    sizeTests: sizeTests as KeptReference['sizeTests'],
  }))
}

/** A sale, as marks are kept by. */
export function saleKey({
  block,
  logIndex,
  position,
}: {
  block: number
  logIndex: number
  position: number
}) {
  return `${block}.${logIndex}.${position}`
}

/** Why sales are left out of reference prices, by `saleKey`; a clean sale is not in the map. */
export async function marksOfSales(
  db: Queryable,
  blocks: readonly number[],
): Promise<Map<string, WashMark[]>> {
  const found = new Map<string, WashMark[]>()
  if (blocks.length === 0) return found
  const rows = await db
    .select()
    .from(saleMarks)
    .where(inArray(saleMarks.blockNumber, [...new Set(blocks)]))
    .orderBy(saleMarks.test)
  for (const { blockNumber, logIndex, positionId, mark } of rows) {
    const key = saleKey({ block: blockNumber, logIndex, position: positionId })
    found.set(key, [...(found.get(key) ?? []), mark])
  }
  return found
}

export type WashShare = {
  network: string
  sales: number
  marked: number
  volume: bigint
  markedVolume: bigint
}

/** Sales and volume by network since a moment, and what of them is marked. */
export async function washShares(db: Queryable, since: Date): Promise<WashShare[]> {
  const isMarked = sql`exists (select 1 from ${saleMarks} where ${saleMarks.blockNumber} = ${sales.blockNumber}
    and ${saleMarks.logIndex} = ${sales.logIndex} and ${saleMarks.positionId} = ${sales.positionId})`
  return db
    .select({
      network: sales.network,
      sales: sql<number>`count(*)`.mapWith(Number),
      marked: sql<number>`count(*) filter (where ${isMarked})`.mapWith(Number),
      volume: sql<bigint>`coalesce(sum(${sales.price}), 0)`.mapWith(BigInt),
      markedVolume: sql<bigint>`coalesce(sum(${sales.price}) filter (where ${isMarked}), 0)`.mapWith(BigInt),
    })
    .from(sales)
    .where(sql`${sales.time} >= ${since.toISOString()}::timestamptz`)
    .groupBy(sales.network)
    .orderBy(sales.network)
}
