/** An error and everything it was caused by, outermost first; `AggregateError` parts included. */
export function* causes(error: unknown, depth = 0): Generator<unknown> {
  if (error === undefined || error === null || depth > 10) return
  yield error
  if (error instanceof AggregateError) for (const part of error.errors) yield* causes(part, depth + 1)
  if (error instanceof Error) yield* causes(error.cause, depth + 1)
}

/** Codes Node's sockets fail with when the other side is not there. */
const socketCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
])

export function isSocketError(error: unknown): boolean {
  return (
    error instanceof Error && 'syscall' in error && 'code' in error && socketCodes.has(String(error.code))
  )
}
