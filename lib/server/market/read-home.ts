import { headBlock } from '@/db/queries/head'
import { ledgerPage } from '@/db/queries/ledger'
import { marketRows } from '@/db/queries/market'
import { networkRows } from '@/db/queries/network-history'
import { pulseCounts } from '@/db/queries/pulse'
import type { LedgerEntry } from '@/lib/market/ledger-entry'
import { parseLedgerQuery } from '@/lib/market/ledger-query'
import { parseMarketQuery } from '@/lib/market/market-query'
import type { HomePage } from '@/lib/market/pulse'
import { headTime } from '../chain/head-time'
import { context, type ServerContext } from '../context'

/** How many listings and events the first page shows. */
const ROWS = 6
const EVENTS = 12

/** The pulse of the market and of the networks, what is cheapest against its value, and what happened last. */
export async function readHome(server: Pick<ServerContext, 'db' | 'now'> = context()): Promise<HomePage> {
  const { db } = server
  const now = await headTime(server)
  const [counts, head, market, ledger, networks] = await Promise.all([
    pulseCounts(db, now),
    headBlock(db),
    marketRows(db, parseMarketQuery({}).query, now, ROWS),
    ledgerPage(db, parseLedgerQuery({}).query, EVENTS * 2),
    networkRows(db, now),
  ])
  return {
    pulse: { ...counts, head: head && { block: head.number, time: head.time }, now },
    cheapest: market.rows,
    latest: withoutTransfersOfSales(ledger.rows).slice(0, EVENTS),
    networks,
  }
}

/** A sale says that its position changed hands; the transfer of the same transaction adds nothing to it. */
function withoutTransfersOfSales(entries: readonly LedgerEntry[]): LedgerEntry[] {
  const sold = new Set(
    entries.flatMap(({ kind, onChain }) => (kind === 'order_filled' && onChain ? [onChain.transaction] : [])),
  )
  return entries.filter(
    ({ kind, onChain }) => !(kind === 'transferred' && onChain && sold.has(onChain.transaction)),
  )
}
