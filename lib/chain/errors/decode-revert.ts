import { BaseError, decodeErrorResult, ExecutionRevertedError, type Hex, isHex } from 'viem'
import type { HotswapError } from '@/lib/core/errors'
import { ContractRevertedError } from './contract-reverted-error'
import { readPositionRevert } from './position-reverts'
import { readRewardRevert } from './reward-reverts'
import { readSeaportRevert } from './seaport-reverts'
import { readTokenRevert } from './token-reverts'

/**
 * Revert data of Seaport, our contracts or the tokens → a typed error with a sentence a person can act on. What none
 * of them can have said becomes a {@link ContractRevertedError} with the selector.
 *
 * @example decodeRevert('0x10fda3e1…') // OrderAlreadyFilledError: Someone has already filled this order.
 */
export function decodeRevert(data: Hex): HotswapError {
  return (
    readSeaportRevert(data) ??
    readPositionRevert(data) ??
    readTokenRevert(data) ??
    readRewardRevert(data) ??
    readSolidityRevert(data)
  )
}

/** `Error(string)` and `Panic(uint256)`, which every contract has; or what is left. */
function readSolidityRevert(data: Hex): ContractRevertedError {
  const selector = data.slice(0, 10)
  if (data === '0x') return new ContractRevertedError('empty', 'The chain refused the call without a reason.')
  try {
    const { errorName, args } = decodeErrorResult({ abi: [], data })
    const [reason] = (args ?? []) as readonly unknown[]
    return new ContractRevertedError(errorName, `The chain refused the call: ${String(reason)}.`, {
      selector,
    })
  } catch {
    return new ContractRevertedError(selector, 'The chain refused the call for a reason unknown here.', {
      selector,
    })
  }
}

/** The revert data inside an error that viem threw; undefined when the error is not a revert. */
export function revertDataOf(error: unknown): Hex | undefined {
  if (!(error instanceof BaseError)) return undefined
  let data: Hex | undefined
  error.walk((cause) => {
    if (typeof cause !== 'object' || cause === null) return false
    for (const key of ['raw', 'data'] as const) {
      const value: unknown = key in cause ? (cause as Record<string, unknown>)[key] : undefined
      const text = typeof value === 'object' && value !== null && 'data' in value ? value.data : value
      if (isHex(text) && text.length % 2 === 0) data ??= text
    }
    return data !== undefined
  })
  if (data === undefined && error.walk((cause) => cause instanceof ExecutionRevertedError)) return '0x'
  return data
}

/** viem's error of a call, gas estimate or simulation that reverted → ours; any other error comes back unchanged. */
export function explainRevert(error: unknown): unknown {
  const data = revertDataOf(error)
  return data === undefined ? error : decodeRevert(data)
}
