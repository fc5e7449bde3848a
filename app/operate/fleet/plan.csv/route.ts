import { planCsv, planQuery } from '@/lib/server/fleet/plan-files'
import { handle } from '@/lib/server/http'
import { csvResponse } from '@/lib/server/http/csv-response'

/** Every move of a fleet's plan. */
export const GET = handle({ query: planQuery }, async (server, { query }) =>
  csvResponse(await planCsv(query, server), `hotswap-fleet-${query.account}.csv`),
)
