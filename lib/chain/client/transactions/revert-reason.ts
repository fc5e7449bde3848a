import { BaseError, HttpRequestError, TimeoutError } from 'viem'
import { explainRevert } from '@/lib/chain/errors/decode-revert'
import { HotswapError } from '@/lib/core/errors'

/** Why a call would or did fail, in a sentence a person can use. */
export function revertReason(error: unknown): string {
  const explained = explainRevert(error)
  if (explained instanceof HotswapError) return explained.message
  if (!(error instanceof BaseError))
    return error instanceof Error ? error.message : 'The wallet gave no reason.'
  if (error.walk((it) => it instanceof HttpRequestError || it instanceof TimeoutError))
    return 'The chain’s node does not answer. Try again in a moment.'
  return error.shortMessage
}
