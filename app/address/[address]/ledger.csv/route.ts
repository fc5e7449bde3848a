import { accountLedger } from '@/lib/server/address/account-ledger'
import { accountParams } from '@/lib/server/address/account-params'
import { handle } from '@/lib/server/http'
import { ledgerCsv } from '@/lib/server/ledger/ledger-csv'

/** Every line of the public record an account is a side of, newest first. */
export const GET = handle({ params: accountParams }, async (server, { params: { address } }) =>
  ledgerCsv(server, accountLedger(address), `hotswap-ledger-${address}.csv`),
)
