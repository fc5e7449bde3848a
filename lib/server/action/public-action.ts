import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import type { Result } from '@/lib/core/result'
import { context, type ServerContext } from '../context'
import { runAction } from './run-action'

/**
 * A server action anyone may call: schema → step → `Result`.
 *
 * Next refuses an action whose `Origin` is not its `Host`, and the session cookie is `SameSite=Lax`: that is the
 * protection against cross-site requests; no token of ours is added.
 *
 * @example
 * // lib/server/networks/actions.ts
 * 'use server'
 * export const findNetwork = publicAction(z.object({ slug: z.string() }), async ({ db }, { slug }) => …)
 */
export function publicAction<schema extends z.ZodType, value>(
  schema: schema,
  step: (context: ServerContext, input: z.output<schema>) => Promise<value>,
): (input: z.input<schema>) => Promise<Result<value>> {
  return (input) =>
    runAction(schema, input, async (parsed) => step(context(), parsed), { rethrow: unstable_rethrow })
}
