import { handle } from '@/lib/server/http'
import { ledgerCsv } from '@/lib/server/ledger/ledger-csv'
import { parseLedgerQuery } from '@/lib/server/ledger/read-ledger'

/** The public record, narrowed as the page is, as a file. */
export const GET = handle({}, async (server, { request }) =>
  ledgerCsv(server, parseLedgerQuery(Object.fromEntries(new URL(request.url).searchParams)).query),
)
