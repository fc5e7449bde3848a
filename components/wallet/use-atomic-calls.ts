'use client'

import type { Address } from 'viem'
import { useCapabilities } from 'wagmi'
import { useRuntime } from './runtime-context'

/**
 * Whether the connected wallet can make several calls in one step, all or none (EIP-5792; `ready`: after it has asked
 * to upgrade the account). Wallets that do not know the question cannot; undefined while it is asked.
 */
export function useAtomicCalls(account: Address): boolean | undefined {
  const { chain } = useRuntime()
  const { data, isPending } = useCapabilities({
    account,
    chainId: chain.chainId,
    query: { retry: false, staleTime: 60_000 },
  })
  if (isPending) return undefined
  const status = data?.atomic?.status
  return status === 'supported' || status === 'ready'
}
