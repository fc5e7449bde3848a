import { accountParams } from '@/lib/server/address/account-params'
import { handle } from '@/lib/server/http'
import { csvResponse } from '@/lib/server/http/csv-response'
import { portfolioCsv } from '@/lib/server/portfolio/portfolio-csv'
import { readPortfolio } from '@/lib/server/portfolio/read-portfolio'

/** Everything an account held and holds, with exact amounts; unknown ones are blank. */
export const GET = handle({ params: accountParams }, async (server, { params: { address } }) =>
  csvResponse(portfolioCsv(await readPortfolio(address, server)), `hotswap-portfolio-${address}.csv`),
)
