import { and, eq, gt, inArray, max } from 'drizzle-orm'
import type { Address } from 'viem'
import { orderStates, orders } from '@/db/schema'
import { headTime } from '../chain/head-time'
import type { OrderContext } from './order-context'

/**
 * What the item offers of an account that could still be accepted would take on top of a price, in dollar-token base
 * units. One allowance serves them all, and each that is accepted uses its part of it up. Of several on one position only
 * one can be accepted, so the highest counts.
 *
 * @param price what is to be offered for `positionId`; undefined when it is bought, which ends the offers on it
 */
export async function standingOffers(
  { db, now }: Pick<OrderContext, 'db' | 'now'>,
  account: Address,
  positionId: number,
  price?: bigint,
): Promise<bigint> {
  const head = await headTime({ db, now })
  const rows = await db
    .select({ positionId: orders.positionId, highest: max(orders.price) })
    .from(orders)
    .innerJoin(orderStates, eq(orderStates.orderHash, orders.hash))
    .where(
      and(
        eq(orders.offerer, account),
        eq(orders.kind, 'item_offer'),
        gt(orders.endTime, head),
        inArray(orderStates.status, ['open', 'not_approved', 'no_funds']),
      ),
    )
    .groupBy(orders.positionId)
  return rows.reduce((all, row) => {
    const highest = BigInt(row.highest ?? 0)
    if (row.positionId !== positionId) return all + highest
    return price !== undefined && highest > price ? all + highest - price : all
  }, 0n)
}
