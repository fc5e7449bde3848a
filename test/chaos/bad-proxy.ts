import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from './random'
import { tamper } from './tamper'

type Answer = { jsonrpc: string; id: number; result?: unknown; error?: unknown }

/** Ways in which the proxy serves badly, and how often relative to each other. */
const faults = {
  late: 4,
  tooLate: 2,
  hangUp: 2,
  httpError: 2,
  rpcError: 2,
  twice: 3,
  twiceDifferently: 2,
  leftOut: 2,
  shuffled: 3,
  oldHead: 4,
  wrong: 6,
} as const

export type BadProxy = { url: string; counts: Record<string, number>; close: () => Promise<void> }

/**
 * A server in front of a node that answers late, twice, in another order, with errors, with yesterday's head, or with
 * something else than the truth.
 * @param options.rate share of requests served badly
 * @param options.tooLateMs longer than the client waits
 */
export async function startBadProxy(options: {
  target: string
  random: Random
  rate: number
  tooLateMs: number
}): Promise<BadProxy> {
  const { target, random, rate, tooLateMs } = options
  const counts: Record<string, number> = { good: 0 }

  async function ask(body: string): Promise<Answer[]> {
    const response = await fetch(target, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    const answer = (await response.json()) as Answer | Answer[]
    return Array.isArray(answer) ? answer : [answer]
  }

  /** The same request, but for the head of a few blocks ago. */
  async function withOldHead(body: string): Promise<string> {
    const [head] = await ask('{"jsonrpc":"2.0","id":1,"method":"eth_blockNumber","params":[]}')
    const old = `0x${Math.max(0, Number(head?.result) - random.between(1, 6)).toString(16)}`
    return body.replaceAll('"latest"', `"${old}"`)
  }

  async function serve(body: string, response: ServerResponse): Promise<void> {
    const fault = random.chance(rate) ? random.weighted(faults) : 'good'
    counts[fault] = (counts[fault] ?? 0) + 1
    if (fault === 'hangUp') {
      response.destroy()
      return
    }
    if (fault === 'httpError') {
      response.writeHead(502).end('bad gateway')
      return
    }
    const answers = await ask(fault === 'oldHead' ? await withOldHead(body) : body)
    if (fault === 'late') await sleep(random.between(5, 60))
    if (fault === 'tooLate') await sleep(tooLateMs)
    const served = spoil(fault, answers)
    const single = !body.startsWith('[') && served.length === 1
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify(single ? served[0] : served))
  }

  function spoil(fault: string, answers: Answer[]): Answer[] {
    if (answers.length === 0) return answers
    const at = random.between(0, answers.length - 1)
    const chosen = answers[at]!
    switch (fault) {
      case 'rpcError':
        return answers.with(at, {
          jsonrpc: '2.0',
          id: chosen.id,
          error: { code: -32_000, message: 'try later' },
        })
      case 'twice':
        return [...answers, chosen]
      case 'twiceDifferently':
        return [...answers, { ...chosen, result: null }]
      case 'leftOut':
        return answers.toSpliced(at, 1)
      case 'shuffled':
        return [...answers].reverse()
      case 'wrong':
        return answers.with(at, { ...chosen, result: tamper(chosen.result, random) })
      default:
        return answers
    }
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      serve(Buffer.concat(chunks).toString(), response).catch(() => response.destroy())
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    counts,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
