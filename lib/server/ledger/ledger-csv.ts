import { ledgerPage } from '@/db/queries/ledger'
import { csvLine } from '@/lib/core/csv/format-csv'
import { parseCursor } from '@/lib/core/cursor'
import { formatUnitsExact } from '@/lib/core/money'
import type { LedgerEntry } from '@/lib/market/ledger-entry'
import { type LedgerQuery, MOST_CSV_ENTRIES } from '@/lib/market/ledger-query'
import { marksInWords } from '@/lib/market/reference-price/mark-words'
import type { ServerContext } from '../context'
import { csvResponse } from '../http/csv-response'

/** Entries read at once. */
const AT_ONCE = 1_000

const heading = [
  'time',
  'event',
  'position',
  'name',
  'network',
  'amount_usd',
  'account',
  'counterparty',
  'block',
  'log_index',
  'transaction',
  'order_hash',
  'left_out',
]

/**
 * Every entry that meets a view's filters, newest first, as a CSV file that is written while it is read: at most
 * `MOST_CSV_ENTRIES`. A reader that goes away ends the reading.
 */
export function ledgerCsv(
  { db }: Pick<ServerContext, 'db'>,
  query: LedgerQuery,
  filename = 'ledger.csv',
): Response {
  const encoder = new TextEncoder()
  let cursor: LedgerQuery['cursor']
  let written = 0
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(csvLine(heading))),
    async pull(controller) {
      const size = Math.min(AT_ONCE, MOST_CSV_ENTRIES - written)
      const { rows, neighbours } = await ledgerPage(db, { ...query, cursor }, size)
      written += rows.length
      if (rows.length > 0) controller.enqueue(encoder.encode(rows.map(lineOf).join('')))
      cursor = parseCursor({ after: neighbours.next }, { key: /./, id: /./ })
      if (!cursor || written >= MOST_CSV_ENTRIES) controller.close()
    },
  })
  return csvResponse(body, filename)
}

function lineOf(entry: LedgerEntry) {
  const { time, kind, position, price, account, counterparty, onChain, orderHash, marks } = entry
  return csvLine([
    time.toISOString(),
    kind,
    position?.id,
    position?.name,
    position?.network,
    price === undefined ? null : formatUnitsExact(price, 6),
    account,
    counterparty,
    onChain?.block,
    onChain?.logIndex,
    onChain?.transaction,
    orderHash,
    marks.length === 0 ? null : marksInWords(marks),
  ])
}
