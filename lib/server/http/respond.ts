import type { HotswapError } from '@/lib/core/errors'
import { statusOf } from './status-of'

const noStore = { 'cache-control': 'no-store' }

/** Integers beyond what JSON numbers hold travel as decimal strings. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_key, part) => (typeof part === 'bigint' ? part.toString() : part))
}

/** A JSON answer that no cache keeps. */
export function respond(value: unknown, status = 200): Response {
  return new Response(toJson(value), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...noStore },
  })
}

/**
 * A refusal as problem details (RFC 9457) with our own `Failure` under `error`: match on `error.name`, show
 * `error.message`, and try again where `error.retryable`.
 */
export function refuse(error: HotswapError): Response {
  const status = statusOf(error)
  return new Response(
    toJson({ title: error.name, status, detail: error.message, error: error.toFailure() }),
    {
      status,
      headers: {
        'content-type': 'application/problem+json; charset=utf-8',
        ...noStore,
        ...(status === 503 && { 'retry-after': '5' }),
      },
    },
  )
}
