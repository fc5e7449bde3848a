import { InvalidInputError } from '@/lib/core/errors'
import {
  InvalidOrderError,
  InvalidSignatureError,
  InvalidTimeError,
  MissingApprovalError,
  OrderAlreadyFilledError,
  OrderCancelledError,
} from '@/lib/market/order-errors'
import { seaportErrorsAbi } from '../seaport/abi'
import { ContractRevertedError } from './contract-reverted-error'
import { revertReader } from './revert-table'

const signature = () =>
  new InvalidSignatureError('The signature on this order is not its signer’s, or is over other terms.')
const terms = (reason: string, message: string) => () => new InvalidOrderError(reason, message)
const native = () =>
  new InvalidInputError('This order is paid in dollars; the transaction must carry no other value.')
const other = (revert: string, message: string) => () => new ContractRevertedError(revert, message)

/** Seaport's errors in words. */
export const readSeaportRevert = revertReader(seaportErrorsAbi, {
  OrderAlreadyFilled: ([orderHash]) =>
    new OrderAlreadyFilledError('Someone has already filled this order.', { details: { orderHash } }),
  // the basic path's word for any fill before; an order of ours is filled whole or not at all
  OrderPartiallyFilled: ([orderHash]) =>
    new OrderAlreadyFilledError('Someone has already filled this order.', { details: { orderHash } }),
  OrderIsCancelled: ([orderHash]) =>
    new OrderCancelledError('Its signer has cancelled this order.', { details: { orderHash } }),
  InvalidTime: ([startTime, endTime]) =>
    new InvalidTimeError('The order is not inside its time window: it has expired or not begun.', {
      details: { startTime: startTime.toString(), endTime: endTime.toString() },
    }),
  InvalidSigner: signature,
  InvalidSignature: signature,
  BadSignatureV: signature,
  BadContractSignature: () =>
    new InvalidSignatureError('The signer’s contract wallet does not stand by the signature on this order.'),
  InvalidRestrictedOrder: ([orderHash]) =>
    new ContractRevertedError('InvalidRestrictedOrder', 'The order’s zone refused the fill.', { orderHash }),
  CannotCancelOrder: other('CannotCancelOrder', 'Only its signer can cancel an order.'),
  NoSpecifiedOrdersAvailable: () =>
    new OrderAlreadyFilledError('None of these orders can be filled any more.'),
  TokenTransferGenericFailure: ([token, from, to]) =>
    new MissingApprovalError('A token could not be moved: an approval or a balance is missing.', {
      details: { token, from, to },
    }),
  BadReturnValueFromERC20OnTransfer: ([token, from, to, amount]) =>
    new ContractRevertedError('BadReturnValueFromERC20OnTransfer', 'The dollar token refused the payment.', {
      token,
      from,
      to,
      amount: amount.toString(),
    }),
  NoContract: ([account]) =>
    new InvalidOrderError('no_contract', `There is no token contract at ${account}.`, { account }),
  ConsiderationNotMet: ([, , shortfall]) =>
    new ContractRevertedError('ConsiderationNotMet', 'The payment falls short of the price.', {
      shortfall: shortfall.toString(),
    }),
  ConsiderationLengthNotEqualToTotalOriginal: terms(
    'consideration',
    'The order’s payments are not those that were signed.',
  ),
  MissingOriginalConsiderationItems: terms('consideration', 'Payments that were signed are missing.'),
  MissingItemAmount: terms('item_amount', 'An item of the order has no amount.'),
  UnusedItemParameters: terms('item', 'An item of the order carries fields it must not.'),
  InvalidERC721TransferAmount: terms('item_amount', 'A position is sold whole: its amount is one.'),
  BadFraction: terms('fraction', 'This order is filled whole or not at all.'),
  PartialFillsNotEnabledForOrder: terms('fraction', 'This order is filled whole or not at all.'),
  InvalidConduit: terms('conduit', 'The order names a conduit that does not exist.'),
  InvalidCallToConduit: terms('conduit', 'The order names a conduit that does not answer.'),
  InvalidBasicOrderParameterEncoding: terms('encoding', 'The call was not encoded as Seaport wants it.'),
  InvalidMsgValue: native,
  InsufficientNativeTokensSupplied: native,
  NoReentrantCalls: other('NoReentrantCalls', 'A token called back into the market during the fill.'),
})
