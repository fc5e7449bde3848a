import { z } from 'zod'
import { ConflictError, NotAllowedError } from '@/lib/core/errors'
import { judgeOrder, standingOf } from '@/lib/market/order-status'
import { addressSchema, hash32Schema } from '../input'
import { findOrder } from './find-order'
import type { OrderContext } from './order-context'
import { approveDollars, approvePosition, type PreparedCall } from './prepared-call'
import { readChainHead } from './read-chain-head'
import { readOrderFacts } from './read-order-facts'
import { standingOffers } from './standing-offers'

export const prepareBackingInput = z.object({ orderHash: hash32Schema, account: addressSchema })

/**
 * The approval by which its signer puts an order back into the market, where nothing but that is missing.
 *
 * @throws NotFoundError, NotAllowedError (not the signer), ConflictError (it stands already, or lacks something else)
 */
export async function prepareBacking(
  context: OrderContext,
  { orderHash, account }: z.output<typeof prepareBackingInput>,
): Promise<PreparedCall> {
  const { terms, row } = await findOrder(context, orderHash)
  if (terms.offerer !== account) throw new NotAllowedError('Only its signer can back an order.')
  const { blockNumber, time } = await readChainHead(context)
  const status = judgeOrder(await readOrderFacts(context, terms, blockNumber))
  const standing = standingOf({ ...row, status }, new Date(time * 1000))
  if (standing !== 'not_approved')
    throw new ConflictError(
      standing === 'open'
        ? 'This order can be filled already.'
        : 'An approval alone does not bring this order back.',
      { details: { orderHash, standing } },
    )
  if (terms.kind === 'listing') return approvePosition(context.deployment, terms.positionId)
  const others = await standingOffers(context, account, terms.positionId, terms.price)
  return approveDollars(context.deployment, terms.price, others)
}
