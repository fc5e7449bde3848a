import { and, desc, eq, gte, lt, or, sql } from 'drizzle-orm'
import { sales } from '@/db/schema'
import type { Queryable } from '../../client'

export type SaleFilters = {
  position?: number | undefined
  network?: string | undefined
  /** either side */
  account?: `0x${string}` | undefined
  /** from this moment on */
  since?: Date | undefined
  /** before this moment */
  until?: Date | undefined
}

/** A sale's place in the chain. */
export type SalePlace = { block: number; logIndex: number; position: number }

/** Sales, newest first, from after a place on. */
export function apiSales(
  db: Queryable,
  filters: SaleFilters,
  page: { after?: SalePlace | undefined; limit: number },
) {
  const { position, network, account, since, until } = filters
  const { after } = page
  return db
    .select()
    .from(sales)
    .where(
      and(
        position === undefined ? undefined : eq(sales.positionId, position),
        network === undefined ? undefined : eq(sales.network, network),
        account && or(eq(sales.seller, account), eq(sales.buyer, account)),
        since && gte(sales.time, since),
        until && lt(sales.time, until),
        after &&
          sql`(${sales.blockNumber}, ${sales.logIndex}, ${sales.positionId}) < (${after.block}::bigint, ${after.logIndex}::bigint, ${after.position}::bigint)`,
      ),
    )
    .orderBy(desc(sales.blockNumber), desc(sales.logIndex), desc(sales.positionId))
    .limit(page.limit)
}
