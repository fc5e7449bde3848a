import { eq } from 'drizzle-orm'
import type { Address, Hex } from 'viem'
import type { Transaction } from '@/db/client'
import { orderStates, orders } from '@/db/schema'
import { NotFoundError } from '@/lib/core/errors'
import type { OrderStatus } from '@/lib/market/order-status'
import { shareChainState } from '../store/chain-lock'
import { judgeOrders } from './judge-orders'

/**
 * Gives one order its state now, in the caller's transaction: call it right after inserting the order. No block is
 * applied between this judgement and the caller's commit.
 *
 * @throws NotFoundError when there is no such order
 * @example
 * await db.transaction(async (tx) => {
 *   await tx.insert(orders).values(order)
 *   const status = await refreshOrderState(tx, deployment, order.hash)
 * })
 */
export async function refreshOrderState(
  tx: Transaction,
  deployment: { seaport: Address },
  orderHash: Hex,
): Promise<OrderStatus> {
  await shareChainState(tx)
  await judgeOrders(tx, deployment.seaport, eq(orders.hash, orderHash))
  const [state] = await tx
    .select({ status: orderStates.status })
    .from(orderStates)
    .where(eq(orderStates.orderHash, orderHash))
  if (!state) throw new NotFoundError(`There is no order ${orderHash}.`)
  return state.status as OrderStatus
}
