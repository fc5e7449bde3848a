import { planJson, planQuery } from '@/lib/server/fleet/plan-files'
import { handle } from '@/lib/server/http'

/** A fleet's plan with all that it was computed from. */
export const GET = handle({ query: planQuery }, (server, { query }) => planJson(query, server))
