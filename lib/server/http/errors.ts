import { HotswapError } from '@/lib/core/errors'

/** The request's body is larger than the route takes. */
export class PayloadTooLargeError extends HotswapError {
  override readonly name = 'PayloadTooLargeError'
}

/** The request's body is not declared as JSON. */
export class UnsupportedMediaTypeError extends HotswapError {
  override readonly name = 'UnsupportedMediaTypeError'
}

/** A client asked for more than it may in a while. */
export class TooManyRequestsError extends HotswapError {
  override readonly name = 'TooManyRequestsError'
}
