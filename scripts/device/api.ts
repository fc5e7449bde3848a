import type { Failure } from '@/lib/core/errors'
import { AgentError } from './agent-error'

/** A refusal by the server, as its API gives it. */
export class RefusedError extends AgentError {
  constructor(
    readonly status: number,
    readonly failure: Failure,
  ) {
    super(failure.message, failure.retryable ? 'Try again in a moment.' : 'Nothing was changed.')
  }
}

/** The server did not answer, or not as the API does. */
export class UnreachableError extends AgentError {}

/** One request of the API: GET without a body, POST with one. */
export async function request(url: URL, body?: unknown): Promise<unknown> {
  let response: Response
  try {
    response = await fetch(url, {
      signal: AbortSignal.timeout(15_000),
      ...(body !== undefined && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    })
  } catch (cause) {
    throw new UnreachableError(
      `${url.origin} does not answer.`,
      'Is the server running? Set it with --url.',
      { cause },
    )
  }
  const answer = await response.json().catch(() => undefined)
  if (response.ok && answer !== undefined) return answer
  if (isRefusal(answer)) throw new RefusedError(response.status, answer.error)
  throw new UnreachableError(
    `${url.href} answered ${response.status}, and not as Hotswap does.`,
    'Check the address given with --url.',
  )
}

function isRefusal(answer: unknown): answer is { error: Failure } {
  if (typeof answer !== 'object' || answer === null || !('error' in answer)) return false
  const { error } = answer
  return typeof error === 'object' && error !== null && 'name' in error && 'message' in error
}
