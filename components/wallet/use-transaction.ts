'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { Address, Hex } from 'viem'
import { useConnection } from 'wagmi'
import { awaitTransaction } from '@/lib/chain/client/transactions/await-transaction'
import { pendingTransactions } from '@/lib/chain/client/transactions/pending-transactions'
import { sendTransaction } from '@/lib/chain/client/transactions/send-transaction'
import { isBusy, type TransactionState } from '@/lib/chain/client/transactions/transaction-state'
import { useRuntime } from './runtime-context'

/** What is to be called. */
export type Call = { to: Address; data: Hex }

/**
 * The life of one transaction: asked → sent → mined, or refused, replaced, failed with the reason in words. What was
 * sent is followed on after a reload, in this tab or another.
 *
 * @param key the intention, e.g. “buy:12”
 * @example
 * const buy = useTransaction(`buy:${positionId}`)
 * <Button pending={buy.isBusy} onClick={() => buy.send({ to, data })}>Buy</Button>
 * <TransactionStatus state={buy.state} />
 */
export function useTransaction(key: string) {
  const runtime = useRuntime()
  const { address: from } = useConnection()
  const [state, setState] = useState<TransactionState>({ step: 'idle' })
  const page = useRef<AbortController>(undefined)

  useEffect(() => {
    const left = new AbortController()
    page.current = left
    if (from && pendingTransactions(runtime.chain.chainId, from).find(key))
      void awaitTransaction(runtime, { key, from }, setState, left.signal)
    return () => left.abort()
  }, [from, key, runtime])

  /** @returns how it ended; undefined when the page was left or the same is under way elsewhere */
  const send = useCallback(
    async ({ to, data }: Call): Promise<TransactionState | undefined> => {
      const signal = page.current?.signal
      if (!from || !signal) return undefined
      const sent = await sendTransaction(runtime, { key, from, to, data }, setState)
      if (sent?.step !== 'sent') return sent
      return awaitTransaction(runtime, { key, from }, setState, signal)
    },
    [from, key, runtime],
  )

  return { state, isBusy: isBusy(state), send }
}
