import { fail, type Result } from '@/lib/core/result'

/** What a server action that never answered comes to: `action(input).catch(unreachable)`. */
export function unreachable(): Result<never> {
  return fail({
    name: 'UnavailableError',
    message: 'Hotswap’s server does not answer. Nothing was changed; try again in a moment.',
    retryable: true,
  })
}
