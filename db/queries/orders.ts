import { and, asc, desc, eq, gt, inArray, lte, not, type SQL, sql } from 'drizzle-orm'
import type { Address, Hex } from 'viem'
import type { OrderStatus } from '@/lib/market/order-status'
import type { OrderKind } from '@/lib/market/order-terms'
import type { SignedState } from '@/lib/market/signed-state'
import type { Queryable } from '../client'
import { orderStates, orders } from '../schema'

/** An order as it was signed, with what the chain makes of it. Expiry is judged by the reader, at head time. */
export type OrderRow = {
  hash: Hex
  kind: OrderKind
  offerer: Address
  positionId: number
  /** buyer's total in dollar-token base units */
  price: bigint
  fee: bigint
  startTime: Date
  endTime: Date
  counter: bigint
  zone: Address
  zoneHash: Hex
  bound: boolean
  signature: Hex
  components: unknown
  signedState: SignedState
  createdAt: Date
  status: OrderStatus
}

/** Where a page ended: hand it back for the next one. */
export type OrderCursor = { key: string; hash: Hex }
export type OrderPage = { orders: OrderRow[]; next: OrderCursor | undefined }

const columns = {
  hash: orders.hash,
  kind: sql<OrderKind>`${orders.kind}`,
  offerer: orders.offerer,
  positionId: orders.positionId,
  price: orders.price,
  fee: orders.fee,
  startTime: orders.startTime,
  endTime: orders.endTime,
  counter: orders.counter,
  zone: orders.zone,
  zoneHash: orders.zoneHash,
  bound: orders.bound,
  signature: sql<Hex>`${orders.signature}`,
  components: orders.components,
  signedState: sql<SignedState>`${orders.signedState}`,
  createdAt: orders.createdAt,
  status: sql<OrderStatus>`${orderStates.status}`,
}

/** An open order inside its window at `now`, which is head time (see `headTime`). */
export function isFillableAt(now: Date): SQL | undefined {
  return and(eq(orderStates.status, 'open'), lte(orders.startTime, now), gt(orders.endTime, now))
}

function select(db: Queryable) {
  return db.select(columns).from(orders).innerJoin(orderStates, eq(orderStates.orderHash, orders.hash))
}

/** One order by its hash. */
export async function getOrder(db: Queryable, hash: Hex): Promise<OrderRow | undefined> {
  const [row] = await select(db).where(eq(orders.hash, hash))
  return row
}

/** Orders by their hashes, newest first. */
export async function ordersByHash(db: Queryable, hashes: readonly Hex[]): Promise<OrderRow[]> {
  if (hashes.length === 0) return []
  return select(db)
    .where(inArray(orders.hash, [...hashes]))
    .orderBy(desc(orders.createdAt), desc(orders.hash))
}

/** Newest first: all orders that meet the condition, page by page. */
async function newest(
  db: Queryable,
  condition: SQL | undefined,
  { limit = 50, after }: { limit?: number; after?: OrderCursor } = {},
): Promise<OrderPage> {
  // createdAt has microseconds, more than a Date holds: the cursor carries the database's own text
  const from =
    after && sql`(${orders.createdAt}, ${orders.hash}) < (${after.key}::timestamptz, ${after.hash})`
  const rows = await db
    .select({ ...columns, key: sql<string>`${orders.createdAt}::text` })
    .from(orders)
    .innerJoin(orderStates, eq(orderStates.orderHash, orders.hash))
    .where(and(condition, from))
    .orderBy(desc(orders.createdAt), desc(orders.hash))
    .limit(limit + 1)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    orders: page.map(({ key: _, ...row }) => row),
    next: rows.length > limit && last ? { key: last.key, hash: last.hash } : undefined,
  }
}

type PageOptions = { limit?: number; after?: OrderCursor }

/** Every order on a position, newest first. */
export function ordersOfPosition(
  db: Queryable,
  positionId: number,
  options: PageOptions & { kind?: OrderKind } = {},
): Promise<OrderPage> {
  const kind = options.kind && eq(orders.kind, options.kind)
  return newest(db, and(eq(orders.positionId, positionId), kind), options)
}

/**
 * Every order of an account that is not over at `now`: neither filled nor cancelled, and inside its time. Newest first.
 * Some of them can never be filled again all the same (see `revivalOf`).
 */
export async function unfinishedOrders(
  db: Queryable,
  offerer: Address,
  now: Date,
  limit: number,
): Promise<{ orders: OrderRow[]; more: boolean }> {
  const rows = await select(db)
    .where(and(eq(orders.offerer, offerer), isUnfinishedAt(now)))
    .orderBy(desc(orders.createdAt), desc(orders.hash))
    .limit(limit + 1)
  return { orders: rows.slice(0, limit), more: rows.length > limit }
}

/** The orders of an account that are over at `now`, newest first. */
export function finishedOrders(
  db: Queryable,
  offerer: Address,
  now: Date,
  options: PageOptions = {},
): Promise<OrderPage> {
  return newest(db, and(eq(orders.offerer, offerer), not(isUnfinishedAt(now))), options)
}

function isUnfinishedAt(now: Date): SQL {
  return sql`(${orderStates.status} not in ('filled', 'cancelled', 'counter_moved') and ${orders.endTime} > ${now})`
}

/** The cheapest listing of each position that can be filled at `now`. */
export async function bestListings(
  db: Queryable,
  positionIds: readonly number[],
  now: Date,
): Promise<Map<number, OrderRow>> {
  if (positionIds.length === 0) return new Map()
  const rows = await db
    .selectDistinctOn([orders.positionId], columns)
    .from(orders)
    .innerJoin(orderStates, eq(orderStates.orderHash, orders.hash))
    .where(and(eq(orders.kind, 'listing'), isFillableAt(now), inArray(orders.positionId, [...positionIds])))
    .orderBy(asc(orders.positionId), asc(orders.price), asc(orders.hash))
  return new Map(rows.map((row) => [row.positionId, row]))
}
