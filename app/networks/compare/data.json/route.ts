import { handle } from '@/lib/server/http'
import { comparisonJson } from '@/lib/server/statistics/comparison-files'
import { parseComparison } from '@/lib/server/statistics/read-statistics'

/** The chart's figures with their sources and the method. */
export const GET = handle({}, (server, { request }) =>
  comparisonJson(parseComparison(Object.fromEntries(new URL(request.url).searchParams)), server),
)
