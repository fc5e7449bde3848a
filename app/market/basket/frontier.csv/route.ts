import { basketFrontierCsv } from '@/lib/server/baskets/basket-files'
import { basketContext, searchOf } from '@/lib/server/baskets/read-basket'
import { handle } from '@/lib/server/http'

/** The page's frontier. */
export const GET = handle({}, (server, { request }) =>
  basketFrontierCsv(basketContext(server), searchOf(request)),
)
