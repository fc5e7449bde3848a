import type { z } from 'zod'
import { fail, ok, type Result } from '@/lib/core/result'
import { parseInput } from '../failure/parse-input'
import { type Log, toHotswapError } from '../failure/to-hotswap-error'

/**
 * One door for every server action: the input is parsed, the step is run, and whatever comes of it is a `Result`.
 * It never throws, except what Next itself steers by (`redirect`, `notFound`), which `rethrow` lets through.
 *
 * @param step gets the parsed input; it returns its value or throws a typed error
 */
export async function runAction<schema extends z.ZodType, value>(
  schema: schema,
  input: unknown,
  step: (input: z.output<schema>) => Promise<value>,
  options: { rethrow?: (error: unknown) => void; log?: Log } = {},
): Promise<Result<value>> {
  try {
    return ok(await step(await parseInput(schema, input)))
  } catch (error) {
    options.rethrow?.(error)
    return fail(toHotswapError(error, options.log))
  }
}
