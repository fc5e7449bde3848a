import { randomUUID } from 'node:crypto'
import { HotswapError, UnavailableError } from '@/lib/core/errors'
import { isDatabaseAway } from './is-database-away'
import { isNodeAway } from './is-node-away'

/** Something broke that nobody foresaw. The log has the cause under `details.id`; the person sees only the id. */
export class UnexpectedError extends HotswapError {
  override readonly name = 'UnexpectedError'
}

/** Where the cause of an unexpected error is written; the process's stderr unless a test listens. */
export type Log = (message: string, error: unknown) => void

/**
 * Turns whatever was thrown into an error of ours, fit to cross the network: typed errors as they are, a
 * database or node that is away as `UnavailableError`, and all else as `UnexpectedError`
 * with an id that finds the cause in the log. Nothing of an unknown error reaches the person.
 */
export function toHotswapError(error: unknown, log: Log = console.error): HotswapError {
  if (error instanceof HotswapError) return error
  if (isNodeAway(error))
    return new UnavailableError(
      'The chain’s node does not answer. Nothing was changed; try again in a moment.',
      {
        cause: error,
        details: { part: 'node' },
      },
    )
  if (isDatabaseAway(error))
    return new UnavailableError('The database does not answer. Nothing was changed; try again in a moment.', {
      cause: error,
      details: { part: 'database' },
    })
  const id = randomUUID().slice(0, 8)
  log(`unexpected error ${id}`, error)
  return new UnexpectedError(`Something broke on our side; it is in our log as ${id}. Please try again.`, {
    cause: error,
    retryable: true,
    details: { id },
  })
}
