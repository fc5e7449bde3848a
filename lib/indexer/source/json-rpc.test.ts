import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { NodeAnswerError, NodeUnavailableError } from '../errors'
import { createJsonRpc } from './json-rpc'

type Call = { id: number; method: string }
type Reply = (calls: Call[]) => unknown

let server: Server
let url: string
let reply: Reply = () => []
let waitMs = 0

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      const answer = reply(JSON.parse(body))
      setTimeout(() => response.end(typeof answer === 'string' ? answer : JSON.stringify(answer)), waitMs)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

const echo = (calls: Call[]) => calls.map(({ id, method }) => ({ jsonrpc: '2.0', id, result: method }))
const calls = ['a', 'b', 'c'].map((method) => ({ method, params: [] }))

async function ask(as: Reply, { wait = 0, timeoutMs = 10_000 } = {}) {
  reply = as
  waitMs = wait
  return createJsonRpc(url, { timeoutMs }).batch(calls)
}

test('answers are matched by id, in whatever order and however often they come', async () => {
  expect(await ask(echo)).toEqual(['a', 'b', 'c'])
  expect(await ask((all) => echo(all).reverse())).toEqual(['a', 'b', 'c'])
  expect(await ask((all) => [...echo(all), ...echo(all)])).toEqual(['a', 'b', 'c'])
  expect(await ask((all) => [...echo(all), { jsonrpc: '2.0', id: 999_999, result: 'x' }])).toEqual([
    'a',
    'b',
    'c',
  ])
})

test('many calls are cut into requests', async () => {
  const sizes: number[] = []
  reply = (all) => {
    sizes.push(all.length)
    return echo(all)
  }
  expect(await createJsonRpc(url, { batchSize: 2 }).batch(calls)).toEqual(['a', 'b', 'c'])
  expect(sizes).toEqual([2, 1])
})

test('two different answers to one call, a missing one, and no JSON-RPC are refused', async () => {
  const twice = (all: Call[]) => [...echo(all), { jsonrpc: '2.0', id: all[0]!.id, result: 'other' }]
  await expect(ask(twice)).rejects.toThrow(NodeAnswerError)
  await expect(ask((all) => echo(all).slice(1))).rejects.toThrow(NodeAnswerError)
  await expect(ask(() => ({ hello: 1 }))).rejects.toThrow(NodeAnswerError)
})

test('an error, a silence and no JSON are an unavailable node, worth another try', async () => {
  const refuse = (all: Call[]) => all.map(({ id }) => ({ id, error: { code: -32_000, message: 'busy' } }))
  for (const attempt of [
    () => ask(refuse),
    () => ask(echo, { wait: 1_000, timeoutMs: 50 }),
    () => ask(() => 'not JSON'),
  ]) {
    const error = await attempt().catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(NodeUnavailableError)
    expect(error).toMatchObject({ retryable: true })
  }
})
