import { ledgerPage } from '@/db/queries/ledger'
import type { LedgerPage } from '@/lib/market/ledger-entry'
import type { LedgerQuery } from '@/lib/market/ledger-query'
import { context, type ServerContext } from '../context'

export { parseLedgerQuery } from '@/lib/market/ledger-query'

/** One page of the public record, newest first. */
export async function readLedger(
  query: LedgerQuery,
  { db, now }: Pick<ServerContext, 'db' | 'now'> = context(),
): Promise<LedgerPage> {
  const { rows, neighbours } = await ledgerPage(db, query)
  return { entries: rows, neighbours, now: now() }
}
