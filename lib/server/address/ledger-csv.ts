import type { Address } from 'viem'
import { ledgerPage } from '@/db/queries/ledger'
import { csvLine } from '@/lib/core/csv/format-csv'
import { formatUnitsExact } from '@/lib/core/money'
import type { LedgerEntry } from '@/lib/market/ledger-entry'
import type { ServerContext } from '../context'

/** Most lines a file holds; newest first. */
const MOST = 10_000

const head = [
  'time',
  'event',
  'block',
  'log',
  'transaction',
  'position',
  'name',
  'network',
  'price_usd',
  'account',
  'counterparty',
  'order',
]

/** The public record of one account as a file, newest first: at most 10,000 lines. */
export async function accountLedgerCsv(account: Address, { db }: Pick<ServerContext, 'db'>): Promise<string> {
  const query = { group: undefined, network: undefined, position: undefined, account, cursor: undefined }
  const { rows } = await ledgerPage(db, query, MOST)
  return [head, ...rows.map(cells)].map(csvLine).join('')
}

function cells({ kind, time, onChain, position, price, account, counterparty, orderHash }: LedgerEntry) {
  return [
    time.toISOString(),
    kind,
    onChain?.block,
    onChain?.logIndex,
    onChain?.transaction,
    position?.id,
    position?.name,
    position?.network,
    price === undefined ? undefined : formatUnitsExact(price, 6),
    account,
    counterparty,
    orderHash,
  ]
}
