import type { z } from 'zod'
import { invalidInput } from './invalid-input'

/**
 * What people and programs send us, judged by its schema.
 * @throws InvalidInputError with a sentence a field. (A schema that fails anywhere else is a fault of ours.)
 */
export async function parseInput<schema extends z.ZodType>(
  schema: schema,
  input: unknown,
): Promise<z.output<schema>> {
  const parsed = await schema.safeParseAsync(input)
  if (!parsed.success) throw invalidInput(parsed.error)
  return parsed.data
}
