'use client'

import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { Address } from 'viem'
import { transactionBook } from '@/lib/chain/client/transactions/transaction-book'
import type { TransactionRecord } from '@/lib/chain/client/transactions/transaction-record'

const none: readonly TransactionRecord[] = []

/** The transactions an account has sent from this browser, newest first; the same in every tab. */
export function useBook(chainId: number, account: Address | undefined) {
  const book = useMemo(() => account && transactionBook(chainId, account), [chainId, account])
  const subscribe = useCallback((listener: () => void) => book?.subscribe(listener) ?? (() => {}), [book])
  const records = useSyncExternalStore(
    subscribe,
    () => book?.all() ?? none,
    () => none,
  )
  return { book, records }
}
