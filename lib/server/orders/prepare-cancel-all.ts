import { and, count, eq, gt, notInArray } from 'drizzle-orm'
import { z } from 'zod'
import { orderStates, orders } from '@/db/schema'
import { encodeIncrementCounter } from '@/lib/chain/seaport/calls'
import { headTime } from '../chain/head-time'
import { addressSchema } from '../input'
import type { OrderContext } from './order-context'
import type { PreparedCall } from './prepared-call'

export const prepareCancelAllInput = z.object({ account: addressSchema })

export type PreparedCancelAll = {
  call: PreparedCall
  /** orders of ours it ends: those that are not over yet, whether they can be filled now or only after some event */
  listings: number
  offers: number
}

/** The transaction by which an account takes back everything it has signed so far, and how many orders of ours that ends. */
export async function prepareCancelAll(
  { db, deployment, now }: OrderContext,
  { account }: z.output<typeof prepareCancelAllInput>,
): Promise<PreparedCancelAll> {
  const rows = await db
    .select({ kind: orders.kind, count: count() })
    .from(orders)
    .innerJoin(orderStates, eq(orderStates.orderHash, orders.hash))
    .where(
      and(
        eq(orders.offerer, account),
        notInArray(orderStates.status, ['filled', 'cancelled', 'counter_moved']),
        gt(orders.endTime, await headTime({ db, now })),
      ),
    )
    .groupBy(orders.kind)
  const number = (kind: string) => rows.find((row) => row.kind === kind)?.count ?? 0
  return {
    call: {
      kind: 'cancel_all',
      to: deployment.seaport,
      data: encodeIncrementCounter(),
      sentence: 'Takes back every order you have signed so far, on this market and elsewhere on Seaport.',
    },
    listings: number('listing'),
    offers: number('item_offer'),
  }
}
