import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDatabase } from '@/db/client'
import { createChainClient } from '@/lib/chain/public-client'
import { createTestMarket, type TestMarket } from '@/test/market'
import { getHealth } from '../operations/get-health'
import { health } from '../schemas/health'
import { within } from './within'

let market: TestMarket
beforeAll(async () => {
  market = await createTestMarket()
  await market.indexer.syncToHead()
}, 120_000)
afterAll(() => market?.close())

async function ask(changes: Partial<TestMarket> = {}) {
  const answer = getHealth.serve({ context: () => ({ ...market, ...changes }) })
  const response = await answer(new Request('http://localhost/api/health'), { params: Promise.resolve({}) })
  const { status, parts } = health.parse(await response.json())
  expect(response.status).toBe(status === 'ok' ? 200 : 503)
  expect(response.headers.get('retry-after')).toBe(status === 'ok' ? null : '5')
  return { status, parts }
}

test('all parts serve', async () => {
  const { status, parts } = await ask()
  expect(status).toBe('ok')
  expect(parts.database.status).toBe('ok')
  expect(parts.indexer).toMatchObject({ status: 'ok', blocksBehind: 0, block: parts.node.block })
  for (const { sentence } of Object.values(parts)) expect(sentence).toMatch(/^[A-Z].*\.$/)
})

test('an indexer with blocks to read is behind, and away once one has waited a minute', async () => {
  await market.client.request({ method: 'anvil_mine' as never, params: ['0x3', '0x0'] as never })
  const behind = await ask()
  expect(behind).toMatchObject({ status: 'ok', parts: { indexer: { status: 'behind', blocksBehind: 3 } } })
  const later = () => new Date(Date.now() + 120_000)
  const away = await ask({ now: later })
  expect(away).toMatchObject({ status: 'away', parts: { indexer: { status: 'away' } } })
  await market.indexer.syncToHead()
  expect((await ask({ now: later })).status).toBe('ok')
})

test('a node that is away is said so, and nothing is claimed of the indexer', async () => {
  const client = createChainClient(market.deployment, 'http://127.0.0.1:1')
  expect(await ask({ client })).toMatchObject({
    status: 'away',
    parts: {
      database: { status: 'ok' },
      node: { status: 'away', block: null },
      indexer: { status: 'unknown' },
    },
  })
})

test('a database that is away is said so', async () => {
  const db = createDatabase('postgresql://nobody@127.0.0.1:1/none')
  expect(await ask({ db })).toMatchObject({
    status: 'away',
    parts: {
      database: { status: 'away' },
      node: { status: 'ok' },
      indexer: { status: 'unknown', block: null },
    },
  })
  await db.$client.end()
})

test('a part that never answers is away after its time', async () => {
  expect(await within(20, () => new Promise(() => {}))).toEqual({ ok: false })
  expect(await within(1_000, async () => 1)).toEqual({ ok: true, value: 1 })
})
