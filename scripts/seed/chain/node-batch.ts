import { HotswapError } from '@/lib/core/errors'

/** The node refused a call of the seed. */
export class SeedChainError extends HotswapError {
  override readonly name = 'SeedChainError'
}

export type NodeCall = { method: string; params: readonly unknown[] }

const SIZE = 50

/**
 * Calls a node many at a time (JSON-RPC batches), in order.
 * @returns results in the order of the calls
 * @throws SeedChainError at the first call that the node refuses
 */
export async function nodeBatch<result>(rpcUrl: string, calls: readonly NodeCall[]): Promise<result[]> {
  const results: result[] = []
  for (let start = 0; start < calls.length; start += SIZE) {
    const batch = calls.slice(start, start + SIZE)
    const response = await fetch(rpcUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(batch.map((call, id) => ({ jsonrpc: '2.0', id, ...call }))),
      signal: AbortSignal.timeout(60_000),
    })
    const answers = (await response.json()) as { id: number; result: result; error?: { message: string } }[]
    const byId = new Map(answers.map((answer) => [answer.id, answer]))
    for (const [id, call] of batch.entries()) {
      const answer = byId.get(id)
      if (!answer || answer.error)
        throw new SeedChainError(`The node refused ${call.method}: ${answer?.error?.message ?? 'no answer'}.`)
      results.push(answer.result)
    }
  }
  return results
}
