import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestMarket, type TestMarket } from '@/test/market'
import { createIndexer } from '../index'

type Said = 'the truth' | 'nothing' | 'another chain' | 'a third chain'

let market: TestMarket
let says: Said[]
const front = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => void answer(Buffer.concat(chunks).toString()))

  async function answer(body: string) {
    const said = body.includes('eth_chainId') ? (says.shift() ?? 'the truth') : 'the truth'
    if (said === 'nothing') return response.writeHead(502).end()
    const headers = { 'content-type': 'application/json' }
    const truth = await fetch(market.chain.rpcUrl, { method: 'POST', headers, body })
    const text = await truth.text()
    if (said === 'the truth') return response.end(text)
    return response.end(text.replace('"0x7a69"', said === 'another chain' ? '"0x1"' : '"0x2"'))
  }
})

beforeAll(async () => {
  market = await createTestMarket()
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve))
}, 120_000)
afterAll(async () => {
  front.closeAllConnections()
  front.close()
  await market?.close()
})

function syncThrough(answers: Said[], attempts = 8) {
  says = [...answers]
  const rpcUrl = `http://127.0.0.1:${(front.address() as AddressInfo).port}`
  return createIndexer({ db: market.db, rpcUrl, deployment: market.deployment, attempts }).syncToHead()
}

test('one false word after two silences stops nothing', async () => {
  await expect(syncThrough(['nothing', 'nothing', 'another chain'])).resolves.toMatchObject({ events: 0 })
})

test('a verdict is believed at the third time, however much comes between', async () => {
  await expect(
    syncThrough(['another chain', 'nothing', 'another chain', 'nothing', 'another chain']),
  ).rejects.toMatchObject({ name: 'WrongChainError', retryable: false })
  expect(says).toEqual([])
})

test('a node that names another chain each time has given no reason to stop for good', async () => {
  const said: Said[] = ['another chain', 'a third chain', 'another chain', 'a third chain']
  await expect(syncThrough(said, 4)).rejects.toMatchObject({ name: 'NodeAnswerError', retryable: true })
})
