import { handle } from '@/lib/server/http'
import { comparisonCsv } from '@/lib/server/statistics/comparison-files'
import { parseComparison } from '@/lib/server/statistics/read-statistics'

/** The chart's figures. */
export const GET = handle({}, (server, { request }) =>
  comparisonCsv(parseComparison(Object.fromEntries(new URL(request.url).searchParams)), server),
)
