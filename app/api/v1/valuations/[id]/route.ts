import { preflight } from '@/lib/server/api'
import { getValuation } from '@/lib/server/api/operations/get-valuation'

/** The signed receipt of a stored valuation. */
export const GET = getValuation.serve()

export const OPTIONS = preflight
