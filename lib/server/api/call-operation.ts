import type { z } from 'zod'
import type { ServerContext } from '../context'
import { handle } from '../http'
import { withLimit } from '../http/limits/with-limit'
import { respond } from '../http/respond'
import { withCors } from './cors'
import { type Answer, costOf, type Description, type Operation } from './operation'

type Schemas<params, body> = {
  params?: z.ZodType<params>
  /** request headers that mean something, for the document */
  headers?: z.ZodType
  body?: z.ZodType<body>
  /** the body as the document tells it, where its parts are judged one by one after `body` has parsed it */
  bodyAsSent?: z.ZodType
  maxBytes?: number
  answers: Readonly<Record<number, Answer>>
  refusals: readonly number[]
}

/** An operation of the public API whose answers no cache keeps: one that changes something, or stands by itself. */
export function callOperation<params = undefined, body = undefined>(
  description: Description,
  { params, headers, body, bodyAsSent, maxBytes, answers, refusals }: Schemas<params, body>,
  call: (
    context: ServerContext,
    input: { params: params; body: body; request: Request },
  ) => Promise<Response | { status: number; value: unknown }>,
): Operation {
  return {
    ...description,
    params,
    headers,
    body: bodyAsSent ?? body,
    answers,
    refusals,
    isSnapshot: false,
    serve(options) {
      const counted = withLimit(
        costOf(description),
        handle(
          { ...(params && { params }), ...(body && { body }), ...(maxBytes && { maxBytes }) },
          async (context: ServerContext, input) => {
            const answer = await call(context, input)
            return answer instanceof Response ? answer : respond(answer.value, answer.status)
          },
          { ...options, cost: 0 },
        ),
      )
      return description.isOpen ? withCors(counted) : counted
    },
  }
}
