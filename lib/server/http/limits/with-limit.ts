import { config } from '../../config'
import { TooManyRequestsError } from '../errors'
import { peer } from '../peer'
import { refuse } from '../respond'
import type { RouteHandler } from '../route-handler'
import { clientOf } from './client-of'
import { createLimiter, type Limiter } from './limiter'
import type { Taken } from './token-bucket'

export type Limits = {
  limiter: Limiter
  /** proxies of our own before this server */
  proxies: number
  /** milliseconds */
  now: () => number
}

let limits: Limits | undefined

/** The limits of this process, by its configuration. */
function limitsOfProcess(): Limits {
  if (!limits) {
    const { API_BURST: burst, API_PER_SECOND: perSecond, TRUSTED_PROXIES: proxies } = config()
    limits = { limiter: createLimiter({ burst, perSecond }), proxies, now: Date.now }
  }
  return limits
}

/**
 * Counts requests of a client against its bucket. Every answer says what is left (`RateLimit` and `RateLimit-Policy`, as
 * the IETF’s draft httpapi-ratelimit-headers has them); too many are refused with 429 and `Retry-After`. Who is not
 * known, as no connection of ours brought the request, is not counted.
 */
export function withLimit(cost: number, handler: RouteHandler, limitsOf = limitsOfProcess): RouteHandler {
  if (cost === 0) return handler
  return async (request, route) => {
    const address = peer()
    if (!address) return handler(request, route)
    const { limiter, proxies, now } = limitsOf()
    const client = clientOf(address, request.headers.get('x-forwarded-for'), proxies)
    const { burst, perSecond } = limiter.rate
    const taken = limiter.take(client, cost, now())
    const response = taken.isAllowed ? await handler(request, route) : tooMany(taken)
    response.headers.set('ratelimit-policy', `"client";q=${burst};w=${Math.ceil(burst / perSecond)}`)
    response.headers.set('ratelimit', `"client";r=${taken.remaining};t=${taken.reset}`)
    return response
  }
}

function tooMany({ reset }: Taken): Response {
  const seconds = reset === 1 ? 'a second' : `${reset} seconds`
  const response = refuse(
    new TooManyRequestsError(`You ask for more than a client may; try again in ${seconds}.`, {
      retryable: true,
      details: { retryAfterSeconds: reset },
    }),
  )
  response.headers.set('retry-after', `${reset}`)
  return response
}
