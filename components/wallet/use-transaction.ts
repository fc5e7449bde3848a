'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { Address, Hex } from 'viem'
import { useConnection } from 'wagmi'
import { sendCalls } from '@/lib/chain/client/transactions/send-calls'
import { sendTransaction } from '@/lib/chain/client/transactions/send-transaction'
import type { TransactionRecord } from '@/lib/chain/client/transactions/transaction-record'
import { isBusy, isSettled, type TransactionState } from '@/lib/chain/client/transactions/transaction-state'
import { untilSettled } from '@/lib/chain/client/transactions/until-settled'
import { useRuntime } from './runtime-context'
import { useBook } from './use-book'

/** What is to be called, and what that does in words. */
export type Call = { to: Address; data: Hex; sentence?: string }

const idle: TransactionState = { step: 'idle' }

/**
 * The life of one transaction: asked → sent → mined, or refused, replaced, reorganised away, failed with the reason in
 * words. What was sent is followed on after a reload and in every tab, until it is final; how it came out is told once.
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
  const { book, records } = useBook(runtime.chain.chainId, from)
  const record = records.find((it) => it.key === key)
  /** what this tab is about, until something is sent or comes to nothing */
  const [own, setOwn] = useState(idle)
  const isShown = useIsShown(record)
  if (record && givesWay(own, record)) setOwn(idle)
  const page = useRef<AbortController>(undefined)

  useEffect(() => {
    const left = new AbortController()
    page.current = left
    return () => left.abort()
  }, [])

  useEffect(() => {
    if (isShown && record && isSettled(record.outcome) && !record.isTold) book?.change(key, { isTold: true })
  }, [isShown, record, book, key])

  const follow = useCallback(
    async (ask: (from: Address) => Promise<TransactionState>): Promise<TransactionState | undefined> => {
      const signal = page.current?.signal
      if (!from || !book || !signal) return undefined
      const last = await ask(from)
      if (!isBusy(last)) return last
      setOwn(idle)
      return untilSettled(book, key, signal)
    },
    [from, book, key],
  )

  /** @returns how it came out; undefined when the page was left or it was given up */
  const send = useCallback(
    ({ to, data, sentence }: Call) =>
      follow((from) =>
        sendTransaction(runtime, { key, from, to, data, title: sentence ?? titleOf(key) }, setOwn),
      ),
    [follow, key, runtime],
  )

  /** All of them or none, in one step of the wallet's; only where `useAtomicCalls` says so. @returns as `send` */
  const sendTogether = useCallback(
    (calls: readonly Call[]) => {
      const title = calls.map(({ sentence }) => sentence).findLast(Boolean) ?? titleOf(key)
      return follow((from) => sendCalls(runtime, { key, from, calls, title }, setOwn))
    },
    [follow, key, runtime],
  )

  const state = own.step !== 'idle' ? own : isShown && record ? record.outcome : idle
  return { state, isBusy: isBusy(state), send, sendTogether }
}

/** What is under way, what has not been told yet, and what came out while somebody was looking. */
function useIsShown(record: TransactionRecord | undefined): boolean {
  const [shown, setShown] = useState<number>()
  const isNews = record !== undefined && (!isSettled(record.outcome) || !record.isTold)
  if (isNews && shown !== record.sentAt) setShown(record.sentAt)
  return record !== undefined && (isNews || shown === record.sentAt)
}

/** Whether what this tab had to say is overtaken by what another tab has sent since. */
function givesWay(own: TransactionState, { outcome }: TransactionRecord): boolean {
  if (own.step === 'elsewhere') return outcome.step !== 'unanswered'
  return (own.step === 'refused' || own.step === 'failed') && isBusy(outcome)
}

const titles: Record<string, string> = {
  mint: 'Mints a position',
  buy: 'Buys a position',
  cancel: 'Takes an order back',
}

function titleOf(key: string): string {
  return titles[key.split(':')[0] ?? ''] ?? 'A transaction'
}
