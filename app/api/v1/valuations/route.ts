import { preflight } from '@/lib/server/api'
import { postValuation } from '@/lib/server/api/operations/post-valuation'

/** Values given inputs; nothing is kept. */
export const POST = postValuation.serve()

export const OPTIONS = preflight
