import { accountParams } from '@/lib/server/address/account-params'
import { handle } from '@/lib/server/http'
import { csvResponse } from '@/lib/server/http/csv-response'
import { earningsCsv } from '@/lib/server/operate/operate-csv'

/** What each device earned an account by UTC day, the last 30 days. */
export const GET = handle({ params: accountParams }, async (server, { params: { address } }) =>
  csvResponse(await earningsCsv(address, server), `hotswap-earnings-${address}.csv`),
)
