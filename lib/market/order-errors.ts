import { ConflictError, InvalidInputError } from '@/lib/core/errors'

/*
 * Why an order cannot be taken, one class a reason. Conflicts are what the chain has made of a good order; invalid
 * input is what was never a good order. Every one is raised before gas is paid.
 */

/** The terms are not those of an order this market takes; `details.reason` names the rule. */
export class InvalidOrderError extends InvalidInputError {
  override readonly name: string = 'InvalidOrderError'
  constructor(reason: string, message: string, details: Record<string, unknown> = {}) {
    super(message, { details: { reason, ...details } })
  }
}

/** The signature is not the offerer's over this order. */
export class InvalidSignatureError extends InvalidInputError {
  override readonly name: string = 'InvalidSignatureError'
}

/** The order or the wallet is on another chain than this market. */
export class WrongChainError extends InvalidInputError {
  override readonly name: string = 'WrongChainError'
}

/** The position is not what the signer signed; `details.parts` names what changed. */
export class StateChangedError extends ConflictError {
  override readonly name: string = 'StateChangedError'
}

/** Someone has filled the order. */
export class OrderAlreadyFilledError extends ConflictError {
  override readonly name: string = 'OrderAlreadyFilledError'
}

/** Its signer has cancelled the order. */
export class OrderCancelledError extends ConflictError {
  override readonly name: string = 'OrderCancelledError'
}

/** Its signer has cancelled all orders signed before a moment (Seaport's counter). */
export class CounterMovedError extends ConflictError {
  override readonly name: string = 'CounterMovedError'
}

/** Not yet, or no longer, inside the order's time window. */
export class InvalidTimeError extends ConflictError {
  override readonly name: string = 'InvalidTimeError'
}

/** The account that must give up the position does not hold it. */
export class NotOwnedError extends ConflictError {
  override readonly name: string = 'NotOwnedError'
}

/** Seaport may not move what has to be moved; `details.account` and `details.asset` say whose and what. */
export class MissingApprovalError extends ConflictError {
  override readonly name: string = 'MissingApprovalError'
}

/** The payer holds too few dollars; `details.needed` and `details.held` in base units. */
export class InsufficientFundsError extends ConflictError {
  override readonly name: string = 'InsufficientFundsError'
}

/** The buyer and the seller of an order are the same account. */
export class SelfTradeError extends ConflictError {
  override readonly name: string = 'SelfTradeError'
}
