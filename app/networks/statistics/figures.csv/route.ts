import { handle } from '@/lib/server/http'
import { figuresCsv } from '@/lib/server/statistics/figure-files'
import { parseComparison } from '@/lib/server/statistics/read-statistics'

/** The newest figures of the networks named, or of all. */
export const GET = handle({}, (server, { request }) =>
  figuresCsv(parseComparison(Object.fromEntries(new URL(request.url).searchParams)).networks, server),
)
