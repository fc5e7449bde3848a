import { and, eq, or, type SQL, sql } from 'drizzle-orm'
import type { Address, Hex } from 'viem'
import type { Queryable } from '@/db/client'
import {
  allowances,
  balances,
  counters,
  operatorApprovals,
  orderEvents,
  orderStates,
  orders,
  positions,
  tokenApprovals,
} from '@/db/schema'
import type { OrderFacts } from '@/lib/market/order-status'
import { lower } from '../decode/lower'
import { anyOf } from '../store/any-of'
import type { Touched } from './touched-orders'

export type OrderToJudge = {
  hash: Hex
  facts: OrderFacts
  /** as it was judged last; null when it never was */
  state: typeof orderStates.$inferSelect | null
}

/** Condition: orders that what was touched can concern. */
export function touchedOrders(touched: Touched): SQL | undefined {
  return or(
    anyOf(orders.hash, touched.hashes),
    anyOf(orders.positionId, touched.positions),
    anyOf(orders.offerer, touched.offerers),
  )
}

/** Gathers, in one query, what the database knows of the chain about each order that meets `condition`. */
export async function readOrderFacts(
  db: Queryable,
  seaport: Address,
  condition: SQL | undefined,
): Promise<OrderToJudge[]> {
  const operator = lower(seaport)
  const happened = (kind: string) =>
    sql<boolean>`exists (select 1 from ${orderEvents} where ${orderEvents.orderHash} = ${orders.hash} and ${orderEvents.kind} = ${kind})`
  const rows = await db
    .select({
      hash: orders.hash,
      kind: orders.kind,
      offerer: orders.offerer,
      counter: orders.counter,
      zoneHash: orders.zoneHash,
      bound: orders.bound,
      spend: orders.price,
      filled: happened('filled'),
      cancelled: happened('cancelled'),
      validated: happened('validated'),
      signature: orders.signature,
      currentCounter: counters.counter,
      positionOwner: positions.owner,
      positionStateHash: positions.stateHash,
      operatorApproved: operatorApprovals.approved,
      tokenApproved: tokenApprovals.approved,
      balance: balances.amount,
      allowance: allowances.amount,
      state: orderStates,
    })
    .from(orders)
    .leftJoin(positions, eq(positions.id, orders.positionId))
    .leftJoin(counters, eq(counters.offerer, orders.offerer))
    .leftJoin(
      operatorApprovals,
      and(eq(operatorApprovals.owner, orders.offerer), eq(operatorApprovals.operator, operator)),
    )
    .leftJoin(tokenApprovals, eq(tokenApprovals.positionId, orders.positionId))
    .leftJoin(balances, eq(balances.account, orders.offerer))
    .leftJoin(allowances, and(eq(allowances.owner, orders.offerer), eq(allowances.spender, operator)))
    .leftJoin(orderStates, eq(orderStates.orderHash, orders.hash))
    .where(condition)
  return rows.map((row) => ({
    hash: row.hash,
    state: row.state,
    facts: {
      kind: row.kind === 'listing' ? 'listing' : 'item_offer',
      offerer: row.offerer,
      counter: row.counter,
      zoneHash: row.zoneHash,
      bound: row.bound,
      spend: row.spend,
      filled: row.filled,
      cancelled: row.cancelled,
      currentCounter: row.currentCounter ?? 0n,
      positionOwner: row.positionOwner ?? undefined,
      positionStateHash: row.positionStateHash ?? undefined,
      approved: row.operatorApproved === true || row.tokenApproved === operator,
      balance: row.balance ?? 0n,
      allowance: row.allowance ?? 0n,
      // an order without a signature stands on its validation on chain alone
      simulationFailed: row.state?.simulationFailed === true || (row.signature === '0x' && !row.validated),
    },
  }))
}
