import { and, asc, desc, eq, inArray, ne, type SQL, sql } from 'drizzle-orm'
import { orderStates, orders, positions } from '@/db/schema'
import { bookOf, type OrderBook, type Quote, spreadOf } from '@/lib/market/order-book'
import type { OrderKind } from '@/lib/market/order-terms'
import type { Queryable } from '../client'
import { isFillableAt } from './orders'

/*
 * The bid side. A bid is an item offer that the position's holder can accept at head time `now`: open, in its window,
 * and not the holder's own.
 */

const quote = {
  hash: orders.hash,
  positionId: orders.positionId,
  offerer: orders.offerer,
  price: orders.price,
  fee: orders.fee,
  endTime: orders.endTime,
  bound: orders.bound,
}

/** Orders of a kind that can be filled at `now`, with their positions joined in. */
function fillable(db: Queryable, kind: OrderKind, now: Date, more: SQL | undefined) {
  const foreign = kind === 'item_offer' ? ne(orders.offerer, positions.owner) : undefined
  return db
    .select(quote)
    .from(orders)
    .innerJoin(orderStates, eq(orderStates.orderHash, orders.hash))
    .innerJoin(positions, eq(positions.id, orders.positionId))
    .where(and(eq(orders.kind, kind), isFillableAt(now), foreign, more))
    .$dynamic()
}

/** The highest bid on each position that has one. */
export async function bestBids(
  db: Queryable,
  positionIds: readonly number[],
  now: Date,
): Promise<Map<number, Quote>> {
  if (positionIds.length === 0) return new Map()
  const rows = await db
    .selectDistinctOn([orders.positionId], quote)
    .from(orders)
    .innerJoin(orderStates, eq(orderStates.orderHash, orders.hash))
    .innerJoin(positions, eq(positions.id, orders.positionId))
    .where(
      and(
        eq(orders.kind, 'item_offer'),
        isFillableAt(now),
        ne(orders.offerer, positions.owner),
        inArray(orders.positionId, [...positionIds]),
      ),
    )
    .orderBy(asc(orders.positionId), desc(orders.price), asc(orders.hash))
  return new Map(rows.map((row) => [row.positionId, row]))
}

/** Deepest a ladder is read. */
const DEPTH = 100

/** Both sides of one position. */
export async function positionBook(db: Queryable, positionId: number, now: Date): Promise<OrderBook> {
  const own = eq(orders.positionId, positionId)
  const [asks, bids] = await Promise.all([
    fillable(db, 'listing', now, own).orderBy(asc(orders.price), asc(orders.hash)).limit(DEPTH),
    fillable(db, 'item_offer', now, own).orderBy(desc(orders.price), asc(orders.hash)).limit(DEPTH),
  ])
  return bookOf(asks, bids)
}

/** Cheapest ask and highest bid of one position that has both. */
export type PositionSpread = { positionId: number; ask: bigint; bid: bigint }

export type NetworkBook = OrderBook & {
  /** positions with a listing that can be filled, and with a bid that can be accepted */
  listed: number
  bidOn: number
  /** the position whose two sides lie nearest to each other, as a share of their middle */
  tightest: PositionSpread | undefined
}

/** The ends of both sides of a whole network: its cheapest listings and its highest bids, whatever the positions. */
export async function networkBook(
  db: Queryable,
  network: string,
  now: Date,
  depth = 8,
): Promise<NetworkBook> {
  const own = eq(positions.network, network)
  const [asks, bids, sides] = await Promise.all([
    fillable(db, 'listing', now, own).orderBy(asc(orders.price), asc(orders.hash)).limit(depth),
    fillable(db, 'item_offer', now, own).orderBy(desc(orders.price), asc(orders.hash)).limit(depth),
    db
      .select({
        positionId: orders.positionId,
        ask: sql<string | null>`min(${orders.price}) filter (where ${orders.kind} = 'listing')`,
        bid: sql<
          string | null
        >`max(${orders.price}) filter (where ${orders.kind} = 'item_offer' and ${orders.offerer} <> ${positions.owner})`,
      })
      .from(orders)
      .innerJoin(orderStates, eq(orderStates.orderHash, orders.hash))
      .innerJoin(positions, eq(positions.id, orders.positionId))
      .where(and(own, isFillableAt(now)))
      .groupBy(orders.positionId),
  ])
  const both = sides.flatMap(({ positionId, ask, bid }) =>
    ask === null || bid === null ? [] : [{ positionId, ask: BigInt(ask), bid: BigInt(bid) }],
  )
  return {
    ...bookOf(asks, bids),
    listed: sides.filter(({ ask }) => ask !== null).length,
    bidOn: sides.filter(({ bid }) => bid !== null).length,
    tightest: both.sort((a, b) => spreadOf(a.ask, a.bid).share - spreadOf(b.ask, b.bid).share)[0],
  }
}
