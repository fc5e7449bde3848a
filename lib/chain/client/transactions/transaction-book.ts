import type { Address } from 'viem'
import { readRecords, type TransactionRecord } from './transaction-record'

const PREFIX = 'hotswap.transactions'
/** final ones kept for the list in the account menu */
const KEPT = 8

export type TransactionBook = {
  /** newest first; the same array until something changes */
  all(): readonly TransactionRecord[]
  find(key: string): TransactionRecord | undefined
  /** adds a record in place of an earlier one of the same intention */
  put(record: TransactionRecord): void
  change(key: string, change: Partial<TransactionRecord>): void
  remove(key: string): void
  /** told of changes of this tab and of others; @returns what ends it */
  subscribe(listener: () => void): () => void
}

const books = new Map<string, TransactionBook>()

/**
 * What one account has sent on one chain, in localStorage, so that reloads and other tabs know it. Where storage is
 * forbidden it lives until the page is left; what is no record counts as none.
 */
export function transactionBook(chainId: number, account: Address): TransactionBook {
  const name = `${PREFIX}.${chainId}.${account.toLowerCase()}`
  const book = books.get(name) ?? createBook(name)
  books.set(name, book)
  return book
}

function createBook(name: string): TransactionBook {
  const listeners = new Set<() => void>()
  let text: string | null = null
  let records: readonly TransactionRecord[] = []

  function all() {
    const stored = readText()
    if (stored !== text) {
      text = stored
      records = readRecords(stored)
    }
    return records
  }

  function readText(): string | null {
    try {
      return localStorage.getItem(name)
    } catch {
      return text
    }
  }

  function write(list: readonly TransactionRecord[]) {
    let final = 0
    const kept = list.filter(({ isFinal }) => {
      if (isFinal) final += 1
      return !isFinal || final <= KEPT
    })
    const next = JSON.stringify(kept)
    try {
      localStorage.setItem(name, next)
    } catch {
      // kept in this page alone
    }
    text = next
    records = kept
    for (const listener of listeners) listener()
  }

  const onStorage = (event: StorageEvent) => {
    if (event.key === name || event.key === null) for (const listener of listeners) listener()
  }

  return {
    all,
    find: (key) => all().find((it) => it.key === key),
    put: (record) => write([record, ...all().filter(({ key }) => key !== record.key)]),
    change(key, change) {
      write(all().map((it) => (it.key === key ? { ...it, ...change } : it)))
    },
    remove: (key) => write(all().filter((it) => it.key !== key)),
    subscribe(listener) {
      if (listeners.size === 0) globalThis.addEventListener?.('storage', onStorage)
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) globalThis.removeEventListener?.('storage', onStorage)
      }
    },
  }
}
