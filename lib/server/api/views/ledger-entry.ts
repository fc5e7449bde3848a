import type { z } from 'zod'
import type { LedgerEntry } from '@/lib/market/ledger-entry'
import { toTokenAmount } from '../schemas/money'
import type { ledgerEntry } from '../schemas/record'
import { toLeftOut } from './reference'

/** A line of the public record as the API tells it. */
export function toLedgerEntry(entry: LedgerEntry): z.input<typeof ledgerEntry> {
  const { position, onChain, price } = entry
  return {
    kind: entry.kind,
    time: entry.time.toISOString(),
    position: position
      ? { id: position.id, name: position.name ?? null, network: position.network ?? null }
      : null,
    account: entry.account ?? null,
    counterparty: entry.counterparty ?? null,
    order: entry.orderHash ?? null,
    price: price === undefined ? null : toTokenAmount(price),
    data: entry.data,
    leftOut: toLeftOut(entry.marks),
    source: onChain ?? null,
  }
}
