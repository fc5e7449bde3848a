import { and, eq, gt, isNull, lte, or, sql } from 'drizzle-orm'
import type { Hex } from 'viem'
import { orderStates, orders } from '@/db/schema'
import type { Deployment } from '@/lib/chain/deployment'
import type { ChainClient } from '@/lib/chain/public-client'
import { orderFromJson, type SignedOrder } from '@/lib/chain/seaport/order-components'
import type { Leadership } from '../lead/try-to-lead'
import { anyOf } from '../store/any-of'
import { lockChainState } from '../store/chain-lock'
import { readTip } from '../store/cursor'
import { judgeOrders } from './judge-orders'
import { simulateOrder } from './simulate-order'

/** Most orders asked about in one go; the longest unasked come first. */
const BATCH = 50

/**
 * Asks the wallets of contract offerers again whether they stand by their signatures, for live orders last asked about
 * `every` blocks ago or more, and judges those orders anew.
 * @returns how many were asked about
 */
export async function resimulateOrders(
  leadership: Leadership,
  client: ChainClient,
  deployment: Deployment,
  every: number,
): Promise<number> {
  const due = await leadership.transaction(async (tx) => {
    const head = (await readTip(tx))?.number
    if (head === undefined) return { head: 0, rows: [] }
    const rows = await tx
      .select({ hash: orders.hash, components: orders.components, signature: orders.signature })
      .from(orders)
      .innerJoin(orderStates, eq(orderStates.orderHash, orders.hash))
      .where(
        and(
          orders.contractSigned,
          anyOf(orderStates.status, ['open', 'signature_invalid']),
          gt(orders.endTime, sql`now()`),
          or(
            isNull(orderStates.simulatedBlock),
            lte(orderStates.simulatedBlock, head - every),
            gt(orderStates.simulatedBlock, head),
          ),
        ),
      )
      .orderBy(sql`${orderStates.simulatedBlock} nulls first`)
      .limit(BATCH)
    return { head, rows }
  })
  const outcomes = new Map<Hex, boolean>()
  for (const { hash, components, signature } of due.rows) {
    const order: SignedOrder = { components: orderFromJson(components), signature: signature as Hex }
    outcomes.set(hash, (await simulateOrder(client, deployment, order)).passed)
  }
  if (outcomes.size === 0) return 0
  await leadership.transaction(async (tx) => {
    await lockChainState(tx)
    for (const [hash, passed] of outcomes)
      await tx
        .update(orderStates)
        .set({ simulatedBlock: due.head, simulationFailed: !passed })
        .where(eq(orderStates.orderHash, hash))
    await judgeOrders(tx, deployment.seaport, anyOf(orders.hash, outcomes.keys()))
  })
  return outcomes.size
}
