import type { z } from 'zod'
import { HotswapError } from '@/lib/core/errors'
import { fail, ok } from '@/lib/core/result'
import type { ServerContext } from '../context'
import type { heartbeatsInput } from './input'
import { recordHeartbeats } from './record-heartbeats'

/**
 * What the heartbeat route answers: one report its own outcome (a refusal is thrown), many `{ accepted, results }` with
 * a `Result` each, in their order.
 */
export async function answerHeartbeats(
  context: Pick<ServerContext, 'db' | 'deployment' | 'now'>,
  { body }: { body: z.output<typeof heartbeatsInput> },
) {
  const outcomes = await recordHeartbeats(context, body.reports)
  if (!body.isBatch) {
    for (const outcome of outcomes) if (outcome instanceof HotswapError) throw outcome
    return outcomes[0]
  }
  const results = outcomes.map((outcome) => (outcome instanceof HotswapError ? fail(outcome) : ok(outcome)))
  return { accepted: results.filter((result) => result.ok).length, results }
}
