import {
  ConflictError,
  type HotswapError,
  InvalidInputError,
  NotAllowedError,
  NotFoundError,
  UnavailableError,
} from '@/lib/core/errors'
import { PayloadTooLargeError, TooManyRequestsError, UnsupportedMediaTypeError } from './errors'

const statuses = [
  [PayloadTooLargeError, 413],
  [UnsupportedMediaTypeError, 415],
  [TooManyRequestsError, 429],
  [InvalidInputError, 400],
  [NotFoundError, 404],
  [ConflictError, 409],
  [UnavailableError, 503],
] as const

/** HTTP status of a refusal; 500 for everything nobody foresaw. A visitor gets 401, a wrong person 403. */
export function statusOf(error: HotswapError): number {
  if (error instanceof NotAllowedError) return error.details?.reason === 'signed_out' ? 401 : 403
  return statuses.find(([type]) => error instanceof type)?.[1] ?? 500
}
