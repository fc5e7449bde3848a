import { basketPositionsCsv } from '@/lib/server/baskets/basket-files'
import { basketContext, searchOf } from '@/lib/server/baskets/read-basket'
import { handle } from '@/lib/server/http'

/** The listings the page looked at. */
export const GET = handle({}, (server, { request }) =>
  basketPositionsCsv(basketContext(server), searchOf(request)),
)
