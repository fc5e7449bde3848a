import type { SQL } from 'drizzle-orm'
import type { Address, Hex } from 'viem'
import type { Transaction } from '@/db/client'
import { orderStates } from '@/db/schema'
import { judgeOrder, type OrderStatus } from '@/lib/market/order-status'
import { insertRows } from '../store/bulk'
import { readTip } from '../store/cursor'
import { readOrderFacts } from './order-facts'

export type Judged = { hash: Hex; status: OrderStatus }

/**
 * Judges every order that meets the condition by what the database knows now; writes the states that differ. The
 * caller holds the chain-state lock, shared or not.
 * @returns the orders whose status changed
 */
export async function judgeOrders(
  tx: Transaction,
  seaport: Address,
  condition: SQL | undefined,
): Promise<Judged[]> {
  const changed = (await readOrderFacts(tx, seaport, condition))
    .map((order) => ({ ...order, status: judgeOrder(order.facts) }))
    .filter((order) => order.status !== order.state?.status)
  if (changed.length === 0) return []
  const checkedBlock = (await readTip(tx))?.number ?? 0
  await insertRows(
    tx,
    orderStates,
    changed.map(({ hash, status, state }) => ({
      orderHash: hash,
      status,
      checkedBlock,
      simulatedBlock: state?.simulatedBlock ?? null,
      simulationFailed: state?.simulationFailed ?? false,
    })),
    'update',
  )
  return changed.map(({ hash, status }) => ({ hash, status }))
}
