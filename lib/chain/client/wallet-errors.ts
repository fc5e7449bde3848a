import { BaseError, InsufficientFundsError, UserRejectedRequestError } from 'viem'
import { revertReason } from './transactions/revert-reason'

/** EIP-1193: the person said no. */
const REJECTED = 4001

/** Whether the person declined in the wallet. Some wallets give the code alone, some wrap it. */
export function isRefusal(error: unknown): boolean {
  if (error instanceof BaseError)
    return Boolean(error.walk((it) => it instanceof UserRejectedRequestError || codeOf(it) === REJECTED))
  return codeOf(error) === REJECTED
}

/** EIP-5792: capability unsupported, upgrade rejected, atomicity unsupported; and methods a wallet does not have. */
const CANNOT_BUNDLE: readonly unknown[] = [5700, 5750, 5760, 4200, -32_601]

/** Whether a wallet cannot, or was not let, make several calls in one step. */
export function cannotBundle(error: unknown): boolean {
  return hasCode(error, CANNOT_BUNDLE)
}

/** Whether a wallet does not know what it was asked for. */
export function isUnsupported(error: unknown): boolean {
  return hasCode(error, [4200, -32_601, -32_004])
}

function hasCode(error: unknown, codes: readonly unknown[]): boolean {
  const isOne = (it: unknown) => codes.includes(codeOf(it))
  return error instanceof BaseError ? Boolean(error.walk(isOne)) : isOne(error)
}

/** Why a wallet or the chain did not do what was asked, in a sentence a person can use. */
export function walletErrorSentence(error: unknown): string {
  if (isRefusal(error)) return 'You declined in the wallet.'
  if (error instanceof BaseError && error.walk((it) => it instanceof InsufficientFundsError))
    return 'This account has too little ether to pay for the gas.'
  return revertReason(error)
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
}
