import { preflight } from '@/lib/server/api'
import { getPosition } from '@/lib/server/api/operations/get-position'

/** A position with its valuation’s receipt. */
export const GET = getPosition.serve()

export const OPTIONS = preflight
