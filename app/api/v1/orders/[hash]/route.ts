import { preflight } from '@/lib/server/api'
import { getOrder } from '@/lib/server/api/operations/get-order'

/** An order, whatever has become of it. */
export const GET = getOrder.serve()

export const OPTIONS = preflight
