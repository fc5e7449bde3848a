import { z } from 'zod'
import { orderComponentsSchema, type SignedOrder } from '@/lib/chain/seaport/order-components'
import { fail, ok, type Result } from '@/lib/core/result'
import { toHotswapError } from '../failure/to-hotswap-error'
import { hexSchema } from '../input'
import { inTurns } from './in-turns'
import type { OrderContext } from './order-context'
import { type PostedOrder, postOrder } from './post-order'

/** Most orders one call takes: a page sends the rest in further calls, and shows what has come of each meanwhile. */
export const MAX_POSTED = 25

export const postOrdersInput = z.strictObject({
  chainId: z.int().positive(),
  orders: z
    .array(z.strictObject({ components: orderComponentsSchema, signature: hexSchema(8_192) }))
    .min(1)
    .max(MAX_POSTED, `At most ${MAX_POSTED} orders at once.`),
})

/**
 * Takes signed orders into the market, each judged as by {@link postOrder}; one that is refused stops no other.
 * @returns what came of each, in their order
 */
export function postOrders(
  context: OrderContext,
  { chainId, orders }: { chainId: number; orders: readonly SignedOrder[] },
): Promise<Result<PostedOrder>[]> {
  return inTurns(
    orders,
    (order) =>
      postOrder(context, { chainId, ...order }).then(ok, (error: unknown) => fail(toHotswapError(error))),
    4,
  )
}
