'use client'

import { useEffect, useState } from 'react'
import { type Address, formatEther, type Hex } from 'viem'
import { useRuntime } from '@/components/wallet/runtime-context'
import { unreachable } from '@/components/wallet/unreachable'
import type { Call } from '@/components/wallet/use-transaction'
import { walletErrorSentence } from '@/lib/chain/client/wallet-errors'
import type { Failure } from '@/lib/core/errors'
import { prepareCancel } from '@/lib/server/orders/actions'

export type CancelKind = 'cancel' | 'cancelAll'

/** A transaction that takes an order back; its cost in ether as text. */
export type Cancellation = { call: Call; gas: bigint; cost: string }

/** How an order can be taken back and what that costs; worked out once it is asked. */
export function useCancel(orderHash: Hex, account: Address, isAsked: boolean) {
  const { client } = useRuntime()
  const [prepared, setPrepared] = useState<Record<CancelKind, Cancellation>>()
  const [error, setError] = useState<Failure>()

  useEffect(() => {
    if (!isAsked) return
    let isOver = false
    async function prepare() {
      const result = await prepareCancel({ orderHash, account }).catch(unreachable)
      if (isOver) return
      if (!result.ok) return setError(result.error)
      try {
        const gasPrice = await client.getGasPrice()
        const price = async ({ to, data }: Call): Promise<Cancellation> => {
          const gas = await client.estimateGas({ account, to, data })
          return { call: { to, data }, gas, cost: Number(formatEther(gas * gasPrice)).toPrecision(3) }
        }
        const [cancel, cancelAll] = await Promise.all([
          price(result.value.cancel),
          price(result.value.cancelAll),
        ])
        if (!isOver) setPrepared({ cancel, cancelAll })
      } catch (cause) {
        if (!isOver) setError({ name: 'WalletError', message: walletErrorSentence(cause), retryable: true })
      }
    }
    void prepare()
    return () => {
      isOver = true
    }
  }, [orderHash, account, isAsked, client])

  return { prepared, error }
}
