import { and, eq, gt, gte, inArray, lte, notInArray, type SQL, sql } from 'drizzle-orm'
import { orderStates, orders, positions } from '@/db/schema'
import type { Cursor } from '@/lib/core/cursor'
import { isFinal, type OrderStanding, type OrderStatus } from '@/lib/market/order-status'
import type { OrderKind } from '@/lib/market/order-terms'
import type { Queryable } from '../../client'
import { keysetOf } from '../keyset'
import { isFillableAt } from '../orders'

export type OrderFilters = {
  hash?: `0x${string}` | undefined
  kind?: OrderKind | undefined
  position?: number | undefined
  network?: string | undefined
  offerer?: `0x${string}` | undefined
  minPrice?: bigint | undefined
  maxPrice?: bigint | undefined
  standing?: OrderStanding | undefined
}

/** Newest first; cheapest first; dearest first. */
export const orderSorts = ['newest', 'price', '-price'] as const
export type OrderSort = (typeof orderSorts)[number]

/** Orders that meet the filters, with the sort key of each as the database writes it. */
export async function apiOrders(
  db: Queryable,
  filters: OrderFilters,
  page: { sort: OrderSort; after?: { key: string; id: string } | undefined; limit: number },
  now: Date,
) {
  const key = page.sort === 'newest' ? sql`${orders.createdAt}` : sql`${orders.price}`
  const cursor: Cursor | undefined = page.after && { ...page.after, side: 'after' }
  const { where, orderBy } = keysetOf(
    {
      key,
      keyType: page.sort === 'newest' ? 'timestamptz' : 'numeric',
      id: sql`${orders.hash} collate "C"`,
      idType: 'text',
      direction: page.sort === 'price' ? 'asc' : 'desc',
    },
    cursor,
  )
  return db
    .select({
      order: orders,
      status: sql<OrderStatus>`${orderStates.status}`,
      key:
        page.sort === 'newest'
          ? sql<string>`to_char(${orders.createdAt} at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') || '+00'`
          : sql<string>`${orders.price}::text`,
    })
    .from(orders)
    .innerJoin(orderStates, eq(orderStates.orderHash, orders.hash))
    .where(and(where, conditionOf(db, filters, now)))
    .orderBy(...orderBy)
    .limit(page.limit)
}

export type ApiOrder = Awaited<ReturnType<typeof apiOrders>>[number]

function conditionOf(db: Queryable, filters: OrderFilters, now: Date): SQL | undefined {
  const { hash, kind, position, network, offerer, minPrice, maxPrice, standing } = filters
  return and(
    hash && eq(orders.hash, hash),
    kind && eq(orders.kind, kind),
    position === undefined ? undefined : eq(orders.positionId, position),
    network === undefined
      ? undefined
      : inArray(
          orders.positionId,
          db.select({ id: positions.id }).from(positions).where(eq(positions.network, network)),
        ),
    offerer && eq(orders.offerer, offerer),
    minPrice === undefined ? undefined : gte(orders.price, minPrice),
    maxPrice === undefined ? undefined : lte(orders.price, maxPrice),
    standing && hasStanding(standing, now),
  )
}

const finalStatuses = ['filled', 'cancelled', 'counter_moved'] as const satisfies OrderStatus[]

/** `standingOf` as a condition: a final status outweighs the window, the window all that may come back. */
export function hasStanding(standing: OrderStanding, now: Date): SQL | undefined {
  if (standing === 'open') return isFillableAt(now)
  if (standing === 'scheduled') return and(eq(orderStates.status, 'open'), gt(orders.startTime, now))
  if (standing === 'expired')
    return and(notInArray(orderStates.status, [...finalStatuses]), lte(orders.endTime, now))
  if (isFinal(standing)) return eq(orderStates.status, standing)
  return and(eq(orderStates.status, standing), gt(orders.endTime, now))
}
