'use client'

import type { Address } from 'viem'
import { useBalance, useReadContract } from 'wagmi'
import { dollarAbi } from '@/lib/chain/client/dollar-abi'
import { useRuntime } from './runtime-context'

/** What an account holds now, straight from the chain, in base units; undefined until it is known. */
export function useBalances(account: Address | undefined) {
  const { chain } = useRuntime()
  const { data: ether } = useBalance({
    address: account,
    chainId: chain.chainId,
    query: { refetchInterval: 5_000 },
  })
  const { data: dollars } = useReadContract({
    address: chain.dollar,
    abi: dollarAbi,
    functionName: 'balanceOf',
    args: account && [account],
    chainId: chain.chainId,
    query: { enabled: Boolean(account), refetchInterval: 5_000 },
  })
  return { ether: ether?.value, dollars }
}
