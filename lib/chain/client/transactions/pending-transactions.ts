import type { Address, Hex } from 'viem'

/** A transaction a wallet sent and that is not settled yet; enough to follow it after a reload. */
export type PendingTransaction = {
  /** the intention, e.g. “buy:12”: one transaction an intention at a time */
  key: string
  hash: Hex
  from: Address
  to: Address
  data: Hex
  nonce: number
  /** the head when it was sent: a replacement is looked for from here on */
  sentAtBlock: number
}

const PREFIX = 'hotswap.pending'

/**
 * Pending transactions of one account on one chain, in localStorage; other tabs see them. Storage that fails or
 * holds nonsense counts as empty.
 */
export function pendingTransactions(chainId: number, account: Address) {
  const name = `${PREFIX}.${chainId}.${account.toLowerCase()}`

  function all(): PendingTransaction[] {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(name) ?? '[]')
      return Array.isArray(kept) ? kept.filter(isPending) : []
    } catch {
      return []
    }
  }

  function write(list: PendingTransaction[]) {
    try {
      if (list.length === 0) localStorage.removeItem(name)
      else localStorage.setItem(name, JSON.stringify(list))
    } catch {
      // not kept: a reload forgets it, nothing else
    }
  }

  return {
    find: (key: string) => all().find((it) => it.key === key),
    put: (transaction: PendingTransaction) =>
      write([...all().filter((it) => it.key !== transaction.key), transaction]),
    remove: (key: string) => write(all().filter((it) => it.key !== key)),
  }
}

function isPending(value: unknown): value is PendingTransaction {
  if (typeof value !== 'object' || value === null) return false
  const it = value as Partial<Record<keyof PendingTransaction, unknown>>
  return (
    typeof it.key === 'string' &&
    typeof it.hash === 'string' &&
    typeof it.from === 'string' &&
    typeof it.to === 'string' &&
    typeof it.data === 'string' &&
    typeof it.nonce === 'number' &&
    typeof it.sentAtBlock === 'number'
  )
}
