import { HotswapError } from '@/lib/core/errors'

/** The endpoint may not be called: not https, or an address that is not public. */
export class EndpointRefusedError extends HotswapError {
  override readonly name = 'EndpointRefusedError'
}

/** A secret that this server cannot open. */
export class SecretUnreadableError extends HotswapError {
  override readonly name = 'SecretUnreadableError'
}

/** A message was not taken; the job that sent it tries again. */
export class NotDeliveredError extends HotswapError {
  override readonly name = 'NotDeliveredError'
}
