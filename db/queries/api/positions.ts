import { and, asc, eq, exists, gt, not, type SQL, sql } from 'drizzle-orm'
import { metadataDocuments, orderStates, orders, positions } from '@/db/schema'
import type { Queryable } from '../../client'
import { isFillableAt } from '../orders'

export type PositionFilters = {
  network?: string | undefined
  model?: string | undefined
  owner?: `0x${string}` | undefined
  /** with a listing that can be filled now, or without one */
  forSale?: boolean | undefined
}

/** Positions by number, from after `after` on, as the chain has them; one by its number. */
export function apiPositions(
  db: Queryable,
  page: PositionFilters & { id?: number; after?: number; limit: number },
  now: Date,
) {
  return db
    .select({ position: positions, document: metadataDocuments.document })
    .from(positions)
    .leftJoin(metadataDocuments, eq(metadataDocuments.hash, positions.metadataHash))
    .where(
      and(
        page.id === undefined ? undefined : eq(positions.id, page.id),
        page.after === undefined ? undefined : gt(positions.id, page.after),
        page.network === undefined ? undefined : eq(positions.network, page.network),
        page.model === undefined ? undefined : eq(positions.model, page.model),
        page.owner && eq(positions.owner, page.owner),
        page.forSale === undefined ? undefined : isForSale(db, now, page.forSale),
      ),
    )
    .orderBy(asc(positions.id))
    .limit(page.limit)
}

export type ApiPosition = Awaited<ReturnType<typeof apiPositions>>[number]

function isForSale(db: Queryable, now: Date, forSale: boolean): SQL {
  const listed = exists(
    db
      .select({ one: sql`1` })
      .from(orders)
      .innerJoin(orderStates, eq(orderStates.orderHash, orders.hash))
      .where(and(eq(orders.positionId, positions.id), eq(orders.kind, 'listing'), isFillableAt(now))),
  )
  return forSale ? listed : not(listed)
}
