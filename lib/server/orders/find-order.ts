import type { Hex } from 'viem'
import { getOrder, type OrderRow } from '@/db/queries/orders'
import { orderFromJson, type SignedOrder } from '@/lib/chain/seaport/order-components'
import { NotFoundError } from '@/lib/core/errors'
import type { OrderTerms } from '@/lib/market/order-terms'
import type { OrderContext } from './order-context'

export type FoundOrder = { row: OrderRow; terms: OrderTerms; order: SignedOrder }

/** An order of ours by its hash. @throws NotFoundError */
export async function findOrder({ db }: Pick<OrderContext, 'db'>, hash: Hex): Promise<FoundOrder> {
  const row = await getOrder(db, hash)
  if (!row) throw new NotFoundError('There is no such order here.', { details: { orderHash: hash } })
  return {
    row,
    order: { components: orderFromJson(row.components), signature: row.signature },
    terms: {
      ...row,
      net: row.price - row.fee,
      startTime: row.startTime.getTime() / 1000,
      endTime: row.endTime.getTime() / 1000,
    },
  }
}
