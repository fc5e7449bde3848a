import type { RouteHandler } from '../http/route-handler'

const open = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag, hotswap-head, location, ratelimit, ratelimit-policy, retry-after',
}

/** Lets web pages of any origin read the answers, refusals too. No cookie is ever judged by these routes. */
export function withCors(handler: RouteHandler): RouteHandler {
  return async (request, route) => {
    const response = await handler(request, route)
    for (const [name, value] of Object.entries(open)) response.headers.set(name, value)
    return response
  }
}

/** Answers a browser that asks whether another origin's page may call. */
export function preflight(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...open,
      'access-control-allow-methods': 'GET, POST, OPTIONS',
      'access-control-allow-headers': 'content-type, if-none-match, last-event-id',
      'access-control-max-age': '86400',
    },
  })
}
