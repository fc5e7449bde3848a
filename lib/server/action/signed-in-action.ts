import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import type { Result } from '@/lib/core/result'
import { context, type ServerContext } from '../context'
import { requireSession } from '../session/get-session'
import type { Session } from '../session/session'
import { runAction } from './run-action'

/** What a step of a signed-in person may touch: the context, and who they are. */
export type SignedInContext = ServerContext & { session: Session }

/**
 * A server action for signed-in people: schema → session → step → `Result`. Without a session, or with one that
 * expired, it answers `NotAllowedError` with `details.reason = 'signed_out'`, so that a page can ask for a signature
 * and keep its form.
 *
 * @example
 * 'use server'
 * export const createChallenge = signedInAction(challengeInput, ({ db, session }, input) => …)
 */
export function signedInAction<schema extends z.ZodType, value>(
  schema: schema,
  step: (context: SignedInContext, input: z.output<schema>) => Promise<value>,
): (input: z.input<schema>) => Promise<Result<value>> {
  return (input) =>
    runAction(
      schema,
      input,
      async (parsed) => step({ ...context(), session: await requireSession() }, parsed),
      { rethrow: unstable_rethrow },
    )
}
