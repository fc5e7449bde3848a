import type { UsdUnits } from '@/lib/core/money'
import type { EntryKind } from './ledger-query'
import type { WashMark } from './reference-price/sale'

/** One line of the public record. */
export type LedgerEntry = {
  kind: EntryKind
  time: Date
  /** the log's block, place and transaction; undefined for orders, which are signed off chain */
  onChain: { block: number; logIndex: number; transaction: string } | undefined
  position:
    | { id: number; name: string | undefined; network: string | undefined; isDemonstration: boolean }
    | undefined
  /** whom it happened to, or who did it */
  account: string | undefined
  /** the other side: new owner, buyer, user, operator */
  counterparty: string | undefined
  orderHash: string | undefined
  /** the buyer's total, fees included */
  price: UsdUnits | undefined
  /** facts of the event: a device's network, key and place; an approval; a user's term */
  data: Record<string, unknown>
  /** of a sale: why it is left out of reference prices; empty where it is not */
  marks: readonly WashMark[]
}

export type LedgerPage = {
  entries: LedgerEntry[]
  neighbours: { previous?: string; next?: string }
  now: Date
}

/** What one transaction did, as far as it is in the public record. */
export type TransactionPage = {
  hash: string
  block: number
  time: Date
  /** blocks on top of it, its own counted, at the head that was read */
  confirmations: number
  isFinal: boolean
  entries: LedgerEntry[]
  now: Date
}
