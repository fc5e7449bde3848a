import type { z } from 'zod'
import type { Transaction } from '@/db/client'
import { type ChainPoint, readChainPoint } from '@/db/queries/api/chain-point'
import type { Deployment } from '@/lib/chain/deployment'
import type { ServerContext } from '../context'
import { handle } from '../http'
import { withLimit } from '../http/limits/with-limit'
import { toJson } from '../http/respond'
import { withCors } from './cors'
import { isHeld, weakTag } from './etag'
import type { Description, Operation } from './operation'

/** What a read may touch: one snapshot of the database, which it cannot change. */
export type Reading = {
  db: Transaction
  deployment: Deployment
  /** head time: expiry is judged by it */
  now: Date
}

type Schemas<params, query, answer extends z.ZodType> = {
  params?: z.ZodType<params>
  query?: z.ZodType<query>
  answer: answer
  refusals?: readonly number[]
}

/**
 * A read of the public API: everything in an answer is of one snapshot, whose head the Hotswap-Head header names. The
 * answer carries a weak ETag and may be kept, but must be asked for again each time; what the client holds is answered
 * 304 without a body.
 */
export function readOperation<params, query, answer extends z.ZodType>(
  description: Omit<Description, 'method' | 'isOpen'>,
  schemas: Schemas<params, query, answer>,
  read: (reading: Reading, input: { params: params; query: query }) => Promise<z.input<answer>>,
): Operation {
  const { params, query, answer, refusals = [] } = schemas
  return {
    ...description,
    method: 'GET',
    isOpen: true,
    params,
    query,
    answers: { 200: { description: 'As it stands at the head that was read.', schema: answer } },
    refusals: params || query ? [400, ...refusals] : refusals,
    isSnapshot: true,
    serve: (options) =>
      withCors(
        withLimit(
          description.cost ?? 1,
          handle(
            { ...(params && { params }), ...(query && { query }) },
            async (context: ServerContext, input) => {
              const { body, point } = await context.db.transaction(
                async (db) => {
                  const point = await readChainPoint(db)
                  const clock = context.now()
                  const now = point && point.time > clock ? point.time : clock
                  const value = await read({ db, deployment: context.deployment, now }, input)
                  return { body: toJson(value), point }
                },
                { isolationLevel: 'repeatable read', accessMode: 'read only' },
              )
              return answerSnapshot(input.request, body, point)
            },
            { ...options, cost: 0 },
          ),
        ),
      ),
  }
}

function answerSnapshot(request: Request, body: string, point: ChainPoint | undefined): Response {
  const tag = weakTag(body)
  const headers = {
    etag: tag,
    'cache-control': 'public, no-cache',
    ...(point && {
      'hotswap-head': `block=${point.block}, time=${point.time.toISOString()}, final=${point.final}`,
    }),
  }
  if (isHeld(request.headers.get('if-none-match'), tag)) return new Response(null, { status: 304, headers })
  return new Response(body, {
    headers: { ...headers, 'content-type': 'application/json; charset=utf-8' },
  })
}
