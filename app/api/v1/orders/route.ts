import { preflight } from '@/lib/server/api'
import { listOrders } from '@/lib/server/api/operations/list-orders'
import { postOrder } from '@/lib/server/api/operations/post-order'

/** Orders that can be filled now, unless asked otherwise. */
export const GET = listOrders.serve()

/** A signed order from anyone’s client. */
export const POST = postOrder.serve()

export const OPTIONS = preflight
