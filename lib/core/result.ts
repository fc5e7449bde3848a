import { type Failure, HotswapError } from './errors'

/** What a server action or a fallible pure step returns: a value, or a failure fit to be shown. */
export type Result<value> = { ok: true; value: value } | { ok: false; error: Failure }

export function ok<value>(value: value): Result<value> {
  return { ok: true, value }
}

export function fail(error: Failure | HotswapError): Result<never> {
  return { ok: false, error: error instanceof HotswapError ? error.toFailure() : error }
}
