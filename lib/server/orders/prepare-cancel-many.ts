import { z } from 'zod'
import { encodeCancel } from '@/lib/chain/seaport/calls'
import { ConflictError, NotAllowedError } from '@/lib/core/errors'
import { isFinal, judgeOrder } from '@/lib/market/order-status'
import { addressSchema, hash32Schema } from '../input'
import { findOrder } from './find-order'
import { inTurns } from './in-turns'
import type { OrderContext } from './order-context'
import type { PreparedCall } from './prepared-call'
import { readChainHead } from './read-chain-head'
import { readOrderFacts } from './read-order-facts'

export const prepareCancelManyInput = z.object({
  orderHashes: z.array(hash32Schema).min(1).max(100, 'At most 100 orders at once.'),
  account: addressSchema,
})

/**
 * One transaction by which its signer takes several orders back. Those that are over already are left out.
 *
 * @throws NotFoundError, NotAllowedError (one is somebody else's), ConflictError (all are over)
 */
export async function prepareCancelMany(
  context: OrderContext,
  { orderHashes, account }: z.output<typeof prepareCancelManyInput>,
): Promise<{ call: PreparedCall; count: number }> {
  const { blockNumber } = await readChainHead(context)
  const found = await inTurns([...new Set(orderHashes)], async (hash) => {
    const { terms, order } = await findOrder(context, hash)
    if (terms.offerer !== account) throw new NotAllowedError('Only its signer can cancel an order.')
    const status = judgeOrder(await readOrderFacts(context, terms, blockNumber))
    return isFinal(status) ? undefined : order.components
  })
  const components = found.filter((it) => it !== undefined)
  if (components.length === 0)
    throw new ConflictError('There is nothing left to cancel: these orders are over.', {
      details: { orderHashes },
    })
  const call: PreparedCall = {
    kind: 'cancel',
    to: context.deployment.seaport,
    data: encodeCancel(components),
    sentence:
      components.length === 1
        ? 'Takes this order back for ever.'
        : `Takes ${components.length} orders back for ever.`,
  }
  return { call, count: components.length }
}
