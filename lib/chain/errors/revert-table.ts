import {
  type Abi,
  AbiErrorSignatureNotFoundError,
  type ContractErrorArgs,
  type ContractErrorName,
  decodeErrorResult,
  type Hex,
} from 'viem'
import type { HotswapError } from '@/lib/core/errors'

/** For each error of an ABI, our typed error made from its arguments. The compiler wants every one. */
export type RevertTable<abi extends Abi> = {
  readonly [name in ContractErrorName<abi>]: (args: ContractErrorArgs<abi, name>) => HotswapError
}

export type RevertReader = (data: Hex) => HotswapError | undefined

/** Reads revert data by an ABI and its table; undefined when the error is not the ABI's. */
export function revertReader<const abi extends Abi>(abi: abi, table: RevertTable<abi>): RevertReader {
  const explain: Record<string, (args: never) => HotswapError> = table
  return (data) => {
    try {
      const decoded = decodeErrorResult({ abi: abi as Abi, data })
      return explain[decoded.errorName]?.((decoded.args ?? []) as never)
    } catch (error) {
      if (error instanceof AbiErrorSignatureNotFoundError) return undefined
      // the selector is the ABI's and the arguments are not: not an error we know
      return undefined
    }
  }
}
