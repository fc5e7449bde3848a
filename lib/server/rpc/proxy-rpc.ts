import { z } from 'zod'
import { allowedMethods } from './allowed-methods'

/** Most calls in one batch, and most bytes of one request. */
export const MAX_BATCH = 50
export const MAX_BYTES = 256 * 1024
const TIMEOUT_MS = 10_000

const call = z.object({
  jsonrpc: z.literal('2.0'),
  id: z.union([z.number(), z.string(), z.null()]).optional(),
  method: z.string().max(64),
  params: z.array(z.unknown()).max(8).optional(),
})

type Call = z.output<typeof call>
type Answer = { jsonrpc: '2.0'; id: Call['id']; result?: unknown; error?: unknown }

/** Posts calls to the node and gives its parsed answer. */
export type SendCalls = (calls: readonly Call[], signal: AbortSignal) => Promise<unknown>

/** JSON-RPC 2.0 error codes, and geth's for limits. */
const code = { invalid: -32_600, notAllowed: -32_601, unavailable: -32_603, limit: -32_005 }

function refusal(id: Call['id'], errorCode: number, message: string): Answer {
  return { jsonrpc: '2.0', id: id ?? null, error: { code: errorCode, message } }
}

/**
 * Passes a JSON-RPC request, single or batch, on to the node if every rule holds; calls that are not allowed are
 * answered here, the others of their batch still go through. Never throws: a node that is away is an error answer.
 */
export async function proxyRpc(json: unknown, send: SendCalls): Promise<Answer | Answer[]> {
  if (!Array.isArray(json)) {
    const parsed = call.safeParse(json)
    if (!parsed.success) return refusal(null, code.invalid, 'Not a JSON-RPC 2.0 request.')
    const [answer] = await forward([parsed.data], send)
    return answer ?? refusal(parsed.data.id, code.unavailable, 'The node gave no answer.')
  }
  if (json.length === 0 || json.length > MAX_BATCH)
    return refusal(null, code.limit, `A batch has 1 to ${MAX_BATCH} calls.`)
  const parsed = z.array(call).safeParse(json)
  if (!parsed.success) return refusal(null, code.invalid, 'Not a JSON-RPC 2.0 batch.')
  return forward(parsed.data, send)
}

/** Calls go to the node numbered by their place, so that answers find back whatever ids the caller gave. */
async function forward(calls: readonly Call[], send: SendCalls): Promise<Answer[]> {
  const allowed = calls
    .map((it, place) => ({ ...it, id: place }))
    .filter(({ method }) => allowedMethods.has(method))
  const answers = await ask(allowed, send)
  return calls.map(({ id, method }, place) => {
    if (!allowedMethods.has(method)) return refusal(id, code.notAllowed, `${method} is not available here.`)
    const answer = answers.get(place)
    return answer ? { ...answer, id: id ?? null } : refusal(id, code.unavailable, 'The node gave no answer.')
  })
}

const answers = z.array(
  z.object({
    jsonrpc: z.literal('2.0'),
    id: z.number(),
    result: z.unknown().optional(),
    error: z.unknown().optional(),
  }),
)

async function ask(calls: readonly Call[], send: SendCalls): Promise<Map<number, Answer>> {
  if (calls.length === 0) return new Map()
  try {
    const parsed = answers.parse(await send(calls, AbortSignal.timeout(TIMEOUT_MS)))
    return new Map(parsed.map((answer) => [answer.id, answer]))
  } catch {
    const message = 'The chain’s node does not answer.'
    return new Map(calls.map(({ id }) => [Number(id), refusal(id, code.unavailable, message)]))
  }
}
