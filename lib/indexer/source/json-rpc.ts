import { z } from 'zod'
import { NodeAnswerError, NodeUnavailableError } from '../errors'

const answerSchema = z.object({
  id: z.number(),
  result: z.unknown().optional(),
  error: z.object({ code: z.number(), message: z.string() }).optional(),
})
const answersSchema = z.array(answerSchema)

export type RpcCall = { method: string; params: readonly unknown[] }

export type JsonRpc = {
  /** Answers in the order of the calls, unparsed. */
  batch: (calls: readonly RpcCall[]) => Promise<unknown[]>
  call: (method: string, params: readonly unknown[]) => Promise<unknown>
}

/**
 * JSON-RPC over HTTP that trusts no order: answers are matched by id; one given twice must say the same twice; one
 * that is missing is an error. One try; retrying is the caller's.
 *
 * @param options.timeoutMs how long one request may take
 * @param options.batchSize most calls in one request
 * @throws NodeUnavailableError when the node does not answer in time or answers with an error
 * @throws NodeAnswerError when the answer is not one to what was asked
 */
export function createJsonRpc(
  url: string,
  options: { timeoutMs?: number; batchSize?: number; signal?: AbortSignal } = {},
): JsonRpc {
  const { timeoutMs = 10_000, batchSize = 100, signal } = options
  let lastId = 0

  async function send(calls: readonly RpcCall[]): Promise<unknown[]> {
    const firstId = lastId + 1
    lastId += calls.length
    const body = calls.map((call, index) => ({ jsonrpc: '2.0', id: firstId + index, ...call }))
    const answers = answersSchema.safeParse(await post(url, body, timeoutMs, signal))
    if (!answers.success)
      throw new NodeAnswerError('The node did not answer in JSON-RPC.', { cause: answers.error })
    const byId = new Map<number, z.output<typeof answerSchema>>()
    for (const answer of answers.data) {
      const other = byId.get(answer.id)
      if (other && JSON.stringify(other) !== JSON.stringify(answer))
        throw new NodeAnswerError('The node answered one request twice, differently.')
      byId.set(answer.id, answer)
    }
    return calls.map((call, index) => {
      const answer = byId.get(firstId + index)
      if (!answer) throw new NodeAnswerError(`The node left ${call.method} unanswered.`)
      if (answer.error)
        throw new NodeUnavailableError(`The node refused ${call.method}: ${answer.error.message}`, {
          details: { code: answer.error.code },
        })
      return answer.result
    })
  }

  async function batch(calls: readonly RpcCall[]): Promise<unknown[]> {
    const results: unknown[] = []
    for (let start = 0; start < calls.length; start += batchSize)
      results.push(...(await send(calls.slice(start, start + batchSize))))
    return results
  }

  return { batch, call: async (method, params) => (await send([{ method, params }]))[0] }
}

async function post(url: string, body: unknown, timeoutMs: number, signal?: AbortSignal): Promise<unknown> {
  const timeout = AbortSignal.timeout(timeoutMs)
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: signal ? AbortSignal.any([timeout, signal]) : timeout,
    })
    if (!response.ok) throw new Error(`HTTP ${response.status}`)
    return await response.json()
  } catch (cause) {
    throw new NodeUnavailableError(
      timeout.aborted ? `The node did not answer within ${timeoutMs} ms.` : 'The node cannot be reached.',
      { cause },
    )
  }
}
