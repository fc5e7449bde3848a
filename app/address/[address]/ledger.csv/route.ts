import { accountParams } from '@/lib/server/address/account-params'
import { accountLedgerCsv } from '@/lib/server/address/ledger-csv'
import { handle } from '@/lib/server/http'
import { csvResponse } from '@/lib/server/http/csv-response'

/** Every line of the public record an account is a side of, newest first. */
export const GET = handle({ params: accountParams }, async (server, { params: { address } }) =>
  csvResponse(await accountLedgerCsv(address, server), `hotswap-ledger-${address}.csv`),
)
