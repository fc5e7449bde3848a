import type { Database } from '@/db/client'
import { orders } from '@/db/schema'
import type { Deployment } from '@/lib/chain/deployment'
import { orderToJson } from '@/lib/chain/seaport/order-components'
import { readTerms } from '@/lib/chain/seaport/read-terms'
import { refreshOrderState } from '@/lib/indexer'
import type { PostedOrder } from './world'

/** Puts an order into the database with no question asked: also those that could not be filled now. */
export async function postOrder(
  db: Database,
  deployment: Deployment,
  order: PostedOrder,
  time: number,
): Promise<void> {
  const { net: _, startTime, endTime, ...terms } = readTerms(order.components, deployment, time)
  await db.transaction(async (tx) => {
    await tx
      .insert(orders)
      .values({
        ...terms,
        startTime: new Date(startTime * 1000),
        endTime: new Date(endTime * 1000),
        signature: order.signature,
        components: orderToJson(order.components),
        signedState: {},
      })
      .onConflictDoNothing()
    await refreshOrderState(tx, deployment, terms.hash)
  })
}
