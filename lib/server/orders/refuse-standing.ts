import type { HotswapError } from '@/lib/core/errors'
import type { StateChange } from '@/lib/market/describe-state-change'
import {
  CounterMovedError,
  InsufficientFundsError,
  InvalidSignatureError,
  InvalidTimeError,
  MissingApprovalError,
  NotOwnedError,
  OrderAlreadyFilledError,
  OrderCancelledError,
  StateChangedError,
} from '@/lib/market/order-errors'
import type { OrderStanding } from '@/lib/market/order-status'
import type { OrderTerms } from '@/lib/market/order-terms'

/**
 * Why an order that does not stand open cannot be taken, as a typed error with its sentence.
 * @param changes which parts of the position changed, where its state did
 */
export function refuseStanding(
  standing: Exclude<OrderStanding, 'open'>,
  terms: Pick<OrderTerms, 'hash' | 'kind' | 'offerer' | 'positionId' | 'startTime' | 'endTime'>,
  changes: readonly StateChange[] = [],
): HotswapError {
  const details = { orderHash: terms.hash, positionId: terms.positionId, account: terms.offerer, standing }
  const isListing = terms.kind === 'listing'
  const say = <error>(type: new (message: string, options: object) => error, message: string, more = {}) =>
    new type(message, { details: { ...details, ...more } })
  switch (standing) {
    case 'filled':
      return say(OrderAlreadyFilledError, 'Someone has already filled this order.')
    case 'cancelled':
      return say(OrderCancelledError, 'Its signer has cancelled this order.')
    case 'counter_moved':
      return say(CounterMovedError, 'Its signer has cancelled this order together with all earlier ones.')
    case 'not_owned':
      return say(NotOwnedError, `The seller does not hold position ${terms.positionId} any more.`)
    case 'not_approved':
      return isListing
        ? say(MissingApprovalError, 'The seller has not approved the market to move this position.', {
            asset: 'position',
          })
        : say(MissingApprovalError, 'The buyer has not approved the market to take the price.', {
            asset: 'dollar',
          })
    case 'no_funds':
      return say(InsufficientFundsError, 'The buyer who signed this offer holds too few dollars.', {
        asset: 'dollar',
      })
    case 'state_changed':
      return say(StateChangedError, stateSentence(changes), {
        parts: [...new Set(changes.map((change) => change.part))],
        changes,
      })
    case 'signature_invalid':
      return say(InvalidSignatureError, 'The signer’s wallet does not stand by the signature on this order.')
    case 'scheduled':
      return say(InvalidTimeError, `The order opens at ${utc(terms.startTime)}.`)
    case 'expired':
      return say(InvalidTimeError, `The order expired at ${utc(terms.endTime)}.`)
  }
}

function stateSentence(changes: readonly StateChange[]): string {
  const what = changes.map((change) => change.sentence).join(' ')
  return `This position is no longer what its order was signed for. ${what || 'Its state on chain is another.'}`
}

function utc(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}
