'use client'

import { useEffect, useState } from 'react'
import { type Address, formatEther } from 'viem'
import { useRuntime } from '@/components/wallet/runtime-context'
import { unreachable } from '@/components/wallet/unreachable'
import type { Call } from '@/components/wallet/use-transaction'
import { walletErrorSentence } from '@/lib/chain/client/wallet-errors'
import type { Failure } from '@/lib/core/errors'
import type { Result } from '@/lib/core/result'

/** A transaction and what it costs; the cost in ether as text, at the gas price of this moment. */
export type CostedCall = { call: Call; gas: bigint; cost: string }

/**
 * A transaction made ready by the server, with its cost; worked out once it is asked for.
 *
 * @param prepare a server action; the same function each time
 * @param asked its input; another one is asked anew, undefined asks nothing
 */
export function useCallCost<input, value extends { call: Call }>(
  prepare: (asked: input) => Promise<Result<value>>,
  asked: input | undefined,
  account: Address,
) {
  const { client } = useRuntime()
  const [state, setState] = useState<{
    key: string
    ready?: CostedCall & { value: value }
    error?: Failure
  }>()
  const key = asked === undefined ? undefined : JSON.stringify(asked)

  useEffect(() => {
    if (key === undefined) return
    let isOver = false
    async function work(text: string) {
      const result = await prepare(JSON.parse(text) as input).catch(unreachable)
      if (isOver) return
      if (!result.ok) return setState({ key: text, error: result.error })
      const { call } = result.value
      try {
        const [gas, gasPrice] = await Promise.all([
          client.estimateGas({ account, to: call.to, data: call.data }),
          client.getGasPrice(),
        ])
        const cost = Number(formatEther(gas * gasPrice)).toPrecision(3)
        if (!isOver) setState({ key: text, ready: { call, gas, cost, value: result.value } })
      } catch (cause) {
        const error = { name: 'WalletError', message: walletErrorSentence(cause), retryable: true }
        if (!isOver) setState({ key: text, error })
      }
    }
    void work(key)
    return () => {
      isOver = true
    }
  }, [key, prepare, account, client])

  return state?.key === key ? state : undefined
}
