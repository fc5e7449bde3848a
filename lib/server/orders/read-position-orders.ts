import { eq } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { positionBook } from '@/db/queries/bids'
import { type OrderRow, ordersByHash, ordersOfPosition } from '@/db/queries/orders'
import { positions } from '@/db/schema'
import type { OrderBook } from '@/lib/market/order-book'
import { standingOf } from '@/lib/market/order-status'
import type { PositionOrder } from '@/lib/market/position-page'
import { revivalOf } from '@/lib/market/revival'
import type { SignedState } from '@/lib/market/signed-state'
import { signedStateOf } from './signed-state-of'

/**
 * The orders of a position's page, newest first, and its book. All that can be filled now is among them, however many
 * newer ones there are: orders cost nothing to sign, and must not push others off the page.
 */
export async function readPositionOrders(
  db: Queryable,
  id: number,
  now: Date,
): Promise<{ orders: PositionOrder[]; book: OrderBook }> {
  const [book, newest, [row]] = await Promise.all([
    positionBook(db, id, now),
    ordersOfPosition(db, id),
    db.select().from(positions).where(eq(positions.id, id)),
  ])
  const known = new Set(newest.orders.map(({ hash }) => hash))
  const pushedOff = [...book.asks, ...book.bids].map(({ hash }) => hash).filter((hash) => !known.has(hash))
  const older = await ordersByHash(db, pushedOff)
  const current = row && signedStateOf(row)
  return {
    book,
    orders: [...newest.orders, ...older].map((order) => toPositionOrder(order, current, now)),
  }
}

/** An order as a page shows it. @param current the position's state now */
export function toPositionOrder(order: OrderRow, current: SignedState | undefined, now: Date): PositionOrder {
  const { hash, kind, offerer, price, fee, endTime, createdAt, bound, signedState: signed } = order
  const standing = standingOf(order, now)
  return {
    hash,
    kind,
    offerer,
    price,
    fee,
    endTime,
    createdAt,
    bound,
    standing,
    revival: revivalOf({ kind, standing, bound, signed, current }),
  }
}
