import { basketFrontierJson } from '@/lib/server/baskets/basket-files'
import { basketContext, searchOf } from '@/lib/server/baskets/read-basket'
import { handle } from '@/lib/server/http'

/** The page's frontier with the basket on it. */
export const GET = handle({}, (server, { request }) =>
  basketFrontierJson(basketContext(server), searchOf(request)),
)
