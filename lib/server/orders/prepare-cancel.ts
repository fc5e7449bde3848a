import { z } from 'zod'
import { encodeCancel, encodeIncrementCounter } from '@/lib/chain/seaport/calls'
import { NotAllowedError } from '@/lib/core/errors'
import { isFinal, judgeOrder } from '@/lib/market/order-status'
import { addressSchema, hash32Schema } from '../input'
import { findOrder } from './find-order'
import type { OrderContext } from './order-context'
import type { PreparedCall } from './prepared-call'
import { readChainHead } from './read-chain-head'
import { readOrderFacts } from './read-order-facts'
import { refuseStanding } from './refuse-standing'

export const prepareCancelInput = z.object({ orderHash: hash32Schema, account: addressSchema })

export type PreparedCancel = {
  /** this order alone */
  cancel: PreparedCall
  /** this and every other open order of the account, for the price of one */
  cancelAll: PreparedCall
}

/**
 * The transactions by which its signer takes an order back.
 *
 * @throws NotFoundError, NotAllowedError (not the signer), or why there is nothing left to cancel
 */
export async function prepareCancel(
  context: OrderContext,
  { orderHash, account }: z.output<typeof prepareCancelInput>,
): Promise<PreparedCancel> {
  const { terms, order } = await findOrder(context, orderHash)
  if (terms.offerer !== account) throw new NotAllowedError('Only its signer can cancel an order.')
  const { blockNumber } = await readChainHead(context)
  const status = judgeOrder(await readOrderFacts(context, terms, blockNumber))
  if (status !== 'open' && isFinal(status)) throw refuseStanding(status, terms)
  const to = context.deployment.seaport
  return {
    cancel: {
      kind: 'cancel',
      to,
      data: encodeCancel([order.components]),
      sentence: 'Takes this order back for ever.',
    },
    cancelAll: {
      kind: 'cancel_all',
      to,
      data: encodeIncrementCounter(),
      sentence: 'Takes back every order you have signed so far, on this market and elsewhere on Seaport.',
    },
  }
}
