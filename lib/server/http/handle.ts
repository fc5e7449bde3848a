import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { context, type ServerContext } from '../context'
import { parseInput } from '../failure/parse-input'
import { type Log, toHotswapError } from '../failure/to-hotswap-error'
import { forEveryone } from '../locale/reader-style'
import { type Limits, withLimit } from './limits/with-limit'
import { readJson } from './read-json'
import { refuse, respond } from './respond'
import type { RouteHandler } from './route-handler'

/** Largest body a route takes unless it says otherwise. */
export const MAX_BODY_BYTES = 64 * 1024

export type Schemas<params, query, body> = {
  /** dynamic segments of the path */
  params?: z.ZodType<params>
  /** query string; the last of a repeated name counts */
  query?: z.ZodType<query>
  /** JSON body; a route without this schema does not read one */
  body?: z.ZodType<body>
  maxBytes?: number
}

const FILE_COST = 5

export type Input<params, query, body> = { params: params; query: query; body: body; request: Request }

export type HandleOptions = {
  context?: () => ServerContext
  log?: Log
  isPartOfPage?: boolean
  /** tokens of the client's bucket; 0: not counted here */
  cost?: number
  limits?: () => Limits
}

/**
 * A route handler of our public API: path, query and body are parsed, the step is run, and what it returns is answered
 * as JSON (a `Response` of its own goes out as it is). Typed refusals become problem JSON with their status; the
 * unforeseen a 500 whose cause is in the log alone. Answers are never cached. Figures are written the same for everyone,
 * and each answer costs the client five tokens (a file is read whole), unless told otherwise; what is a part of a page
 * (`isPartOfPage`) is written for its reader, and costs nothing, as the page does not.
 *
 * @example
 * // app/api/v1/networks/[slug]/route.ts
 * export const GET = handle({ params: z.object({ slug: z.string() }) }, ({ db }, { params }) => …)
 */
export function handle<params = undefined, query = undefined, body = undefined>(
  schemas: Schemas<params, query, body>,
  step: (context: ServerContext, input: Input<params, query, body>) => Promise<unknown>,
  options: HandleOptions = {},
): RouteHandler {
  const answer: RouteHandler = async (request, route) => {
    try {
      const input = {
        params: await parse(schemas.params, () => route.params),
        query: await parse(schemas.query, () => Object.fromEntries(new URL(request.url).searchParams)),
        body: await parse(schemas.body, () => readJson(request, schemas.maxBytes ?? MAX_BODY_BYTES)),
        request,
      }
      const answer = await step((options.context ?? context)(), input as Input<params, query, body>)
      return asSaid(answer instanceof Response ? answer : respond(answer))
    } catch (error) {
      unstable_rethrow(error)
      return asSaid(refuse(toHotswapError(error, options.log)))
    }
  }
  if (options.isPartOfPage) return answer
  const same: RouteHandler = (request, route) => forEveryone(() => answer(request, route))
  return withLimit(options.cost ?? FILE_COST, same, options.limits)
}

/** An answer is of the type it says: no browser guesses another from what somebody wrote into it. */
function asSaid(response: Response): Response {
  response.headers.set('x-content-type-options', 'nosniff')
  return response
}

async function parse<value>(
  schema: z.ZodType<value> | undefined,
  read: () => unknown,
): Promise<value | undefined> {
  return schema && parseInput(schema, await read())
}
