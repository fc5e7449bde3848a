import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { eq, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { erc20Abi, erc721Abi } from 'viem'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { figureSources, networkMonths, networks, observations } from '@/db/schema'
import { createJsonRpc } from '@/lib/indexer/source/json-rpc'
import { settle } from '@/lib/market/observations/settle'
import { createTestMarket, type TestMarket } from '@/test/market'
import { addSource } from './add-source'
import { readObservations } from './read-observations'
import { readSource } from './read-source'
import { settleMonths } from './settle-months'
import { storeObservations } from './store-observations'

let market: TestMarket
let answer: { status?: number; body: unknown; tag?: string }
let asked: (string | undefined)[]
const endpoint = createServer((request, response) => {
  const tag = request.headers['if-none-match']
  asked.push(tag)
  if (tag !== undefined && tag === answer.tag) return response.writeHead(304).end()
  response.writeHead(answer.status ?? 200, answer.tag ? { etag: answer.tag } : {})
  return response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body))
})
const now = new Date('2024-07-02T00:00:00Z')
let clock: Date

beforeAll(async () => {
  market = await createTestMarket()
  await new Promise<void>((resolve) => endpoint.listen(0, '127.0.0.1', resolve))
  await market.db
    .insert(networks)
    .values(
      ['relay', 'other'].map((slug) => ({
        slug,
        name: slug,
        category: 'bandwidth',
        token: 'TKN',
        isPhysical: false,
      })),
    )
    .onConflictDoNothing()
}, 120_000)
beforeEach(() => {
  clock = now
  asked = []
})
afterAll(async () => {
  endpoint.closeAllConnections()
  endpoint.close()
  await market?.close()
})

const read = (slug: string) =>
  readSource(
    {
      db: market.db,
      now: () => clock,
      chain: { rpc: createJsonRpc(market.chain.rpcUrl), finalityDepth: 2 },
    },
    slug,
  )
const monthOf = async (network: string, month: string) =>
  (await market.db.select().from(networkMonths).where(sql`network = ${network} and month = ${month}`))[0]

test('an endpoint’s figures come in, are revised, fail, and nothing known is lost', async () => {
  const url = `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}/months`
  const month = { as: 'YYYY-MM', at: '/month', span: 'month' }
  await addSource(market.db, {
    slug: 'endpoint',
    kind: 'json',
    title: 'The endpoint',
    config: {
      url,
      private: true,
      mapping: { rows: '/rows', network: { at: '/of' }, period: month, figures: { rewards_usd: '/usd' } },
    },
  })
  answer = { body: { rows: [{ of: 'other', month: '2024-05', usd: 100 }, { of: '?' }] }, tag: '"1"' }
  expect(await read('endpoint')).toMatchObject({
    added: 1,
    refused: [{ place: 'row 2', reason: 'It names no network.' }],
    failure: undefined,
  })
  expect(await monthOf('other', '2024-05-01')).toMatchObject({ rewardsUsd: '100', source: 'The endpoint' })

  // unchanged by its tag; then said again without one: neither is news
  expect(await read('endpoint')).toMatchObject({ added: 0 })
  expect(asked).toEqual([undefined, '"1"'])
  answer = { ...answer, tag: '"2"' }
  expect(await read('endpoint')).toMatchObject({ added: 0 })

  clock = new Date('2024-07-09T00:00:00Z')
  answer = { body: { rows: [{ of: 'other', month: '2024-05', usd: '80.5' }] } }
  expect(await read('endpoint')).toMatchObject({ added: 1 })
  expect(await monthOf('other', '2024-05-01')).toMatchObject({ rewardsUsd: '80.5' })
  const before = await readObservations(market.db, { network: 'other', measure: 'rewards_usd', asOf: now })
  expect(before).toMatchObject([{ figure: { value: '100' }, revised: [] }])
  const after = await readObservations(market.db, { network: 'other', measure: 'rewards_usd', asOf: clock })
  expect(after).toMatchObject([{ figure: { value: '80.5' }, revised: [{ value: '100' }] }])

  for (const [broken, failure] of [
    [{ status: 503, body: '' }, /^127\.0\.0\.1:\d+ answered 503\.$/],
    [{ body: '<html>' }, 'The answer is not JSON.'],
    [{ body: { rows: {} } }, 'The answer holds no list at “/rows”.'],
  ] as const) {
    answer = broken
    expect(await read('endpoint')).toMatchObject({ added: 0, failure: expect.stringMatching(failure) })
  }
  expect(await monthOf('other', '2024-05-01')).toMatchObject({ rewardsUsd: '80.5' })
  const [kept] = await market.db.select().from(figureSources).where(eq(figureSources.slug, 'endpoint'))
  expect(kept).toMatchObject({ failure: 'The answer holds no list at “/rows”.', readAt: clock })
})

test('a row of the record cannot be changed or taken out', async () => {
  await addSource(market.db, { slug: 'kept', kind: 'csv', title: 'Kept', config: {} })
  await market.db.transaction((tx) =>
    storeObservations(
      tx,
      'kept',
      [
        {
          network: 'other',
          measure: 'active_nodes',
          span: 'month',
          period: '2020-01-01',
          value: '3',
          knownAt: now,
        },
      ],
      now,
    ),
  )
  for (const change of [sql`update observations set value = 4`, sql`delete from observations`])
    await expect(market.db.execute(change)).rejects.toMatchObject({
      cause: { message: 'Rows of observations are only ever added.' },
    })
})

test('the database settles months as the rule says, whatever was said when and by whom', async () => {
  const sources = ['rule-a', 'rule-b', 'rule-c']
  for (const [index, slug] of sources.entries())
    await addSource(market.db, { slug, kind: 'csv', title: slug, rank: 50 + (index % 2), config: {} })
  const word = fc.record({
    source: fc.constantFrom(...sources),
    value: fc.option(
      fc.nat(9).map((n) => String(100 + n)),
      { nil: undefined },
    ),
    day: fc.integer({ min: 1, max: 9 }),
  })
  let number = 0
  await fc.assert(
    fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 8 }), async (words) => {
      // a month of its own for each draw: nothing is ever deleted
      const period = `20${10 + Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}-01`
      number++
      await market.db.transaction(async (tx) => {
        for (const { source, value, day } of words)
          await storeObservations(
            tx,
            source,
            [
              {
                network: 'other',
                measure: 'rewards_usd',
                span: 'month',
                period,
                value,
                knownAt: new Date(Date.UTC(2024, 0, day)),
              },
            ],
            new Date(Date.UTC(2024, 1, number)),
          )
        await settleMonths(tx, ['other'])
      })
      const rows = await market.db
        .select()
        .from(observations)
        .where(sql`network = 'other' and period = ${period}`)
      const rank = new Map(sources.map((slug, index) => [slug, 50 + (index % 2)]))
      const settled = settle(
        rows.map((row) => ({
          ...row,
          measure: 'rewards_usd',
          network: 'other',
          value: row.value ?? undefined,
          rank: rank.get(row.source) ?? 0,
        })),
        new Date(),
      )
      expect((await monthOf('other', period))?.rewardsUsd ?? undefined).toBe(settled?.figure.value)
    }),
    { seed: 20_240_607, numRuns: 60 },
  )
})

test('supply, holders and transfers of contracts are what the contracts say', async () => {
  const { deployment, client } = market
  const [seller, buyer] = [market.person(3), market.person(4)]
  await market.fund(seller, 5_000_000n)
  await market.fund(buyer, 7_000_000n)
  await market.register(seller)
  await market.register(buyer)
  for (const [slug, address, standard] of [
    ['dollar', deployment.dollar, 'erc20'],
    ['positions', deployment.positions, 'erc721'],
  ] as const)
    await addSource(market.db, {
      slug,
      kind: 'contract',
      title: slug,
      config: {
        address,
        standard,
        network: slug === 'dollar' ? 'relay' : undefined,
        fromBlock: 0,
        decimals: 6,
      },
    })
  expect(await read('dollar')).toMatchObject({ added: 0, failure: undefined })

  // the day ends, and its last block becomes final
  const rpc = createJsonRpc(market.chain.rpcUrl)
  const { timestamp, number } = await client.getBlock()
  await rpc.call('evm_setNextBlockTimestamp', [Number(timestamp) + 86_400])
  await rpc.call('anvil_mine', ['0x4'])
  expect(await read('dollar')).toMatchObject({ added: 3, failure: undefined })
  expect(await read('positions')).toMatchObject({ added: 3, failure: undefined })
  expect(await read('positions')).toMatchObject({ added: 0, failure: undefined })

  const supply = await client.readContract({
    abi: erc20Abi,
    address: deployment.dollar,
    functionName: 'totalSupply',
    blockNumber: number,
  })
  const figures = await market.db
    .select({ source: observations.source, measure: observations.measure, value: observations.value })
    .from(observations)
    .where(sql`source in ('dollar','positions')`)
    .orderBy(observations.source, observations.measure)
  const minted = await client.getContractEvents({
    abi: erc721Abi,
    address: deployment.positions,
    eventName: 'Transfer',
    fromBlock: 0n,
  })
  const owners = new Set(minted.map(({ args }) => args.to))
  expect(figures).toMatchObject([
    { measure: 'token_holders', value: '2' },
    { measure: 'token_supply', value: (Number(supply) / 1e6).toString() },
    { measure: 'token_transfers', value: '2' },
    { measure: 'token_holders', value: String(owners.size) },
    { measure: 'token_supply', value: String(minted.length) },
    { measure: 'token_transfers', value: String(minted.length) },
  ])
})

test('settings that are wrong are refused by name, and change nothing', async () => {
  const before = await market.db.select().from(figureSources)
  for (const [input, message] of [
    [{ slug: 'x', kind: 'json', title: 'X', config: { url: 'ftp://x' } }, /config\.url/],
    [{ slug: 'x', kind: 'contract', title: 'X', config: { address: '0x1' } }, /config\.address/],
    [{ slug: 'x y', kind: 'csv', title: 'X', config: {} }, /slug/],
    [{ slug: 'x', kind: 'fax', title: 'X', config: {} }, /kind/],
  ] as const)
    await expect(addSource(market.db, input)).rejects.toMatchObject({
      name: 'InvalidInputError',
      message: expect.stringMatching(message),
    })
  expect(await market.db.select().from(figureSources)).toEqual(before)
})
