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
