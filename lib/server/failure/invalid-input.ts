import type { z } from 'zod'
import { InvalidInputError } from '@/lib/core/errors'

/**
 * A refused schema as an `InvalidInputError`: one sentence a field, the first that was broken, under its dotted path;
 * what concerns the input as a whole is the message.
 */
export function invalidInput(error: z.ZodError): InvalidInputError {
  const fields: Record<string, string> = {}
  let whole: string | undefined
  for (const issue of error.issues) {
    const path = issue.path.map(String).join('.')
    if (path === '') whole ??= issue.message
    else fields[path] ??= issue.message
  }
  const names = Object.keys(fields)
  return new InvalidInputError(whole ?? `Please check: ${names.join(', ')}.`, {
    ...(names.length > 0 && { fields }),
    cause: error,
  })
}
