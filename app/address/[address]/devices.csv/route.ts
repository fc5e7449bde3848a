import { accountParams } from '@/lib/server/address/account-params'
import { handle } from '@/lib/server/http'
import { csvResponse } from '@/lib/server/http/csv-response'
import { devicesCsv } from '@/lib/server/operate/operate-csv'

/** Every device an account owns or registered, with its health. */
export const GET = handle({ params: accountParams }, async (server, { params: { address } }) =>
  csvResponse(await devicesCsv(address, server), `hotswap-devices-${address}.csv`),
)
