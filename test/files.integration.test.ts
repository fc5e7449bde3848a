import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ServerContext } from '@/lib/server/context'
import { planHere } from '@/lib/server/fleet/compute-plan'
import type { RouteHandler } from '@/lib/server/http/route-handler'
import { seedData } from '@/scripts/seed/data'
import { createTradedMarket, type TradedMarket } from './api'

/*
 * Whatever is written into the address of a file that pages offer, the answer is the file or a refusal in words.
 * Seeded by test/setup.ts.
 */

const RUNS = Number(process.env.FC_RUNS ?? 15)

/** Answers for a signed-in person; outside of Next nobody is. */
const forTheirOwner = ['app/operate/fleet/moves.json/route.ts']

const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .map((name) => `app/${name}`)
  .filter((name) => name.endsWith('/route.ts') && !name.startsWith('app/api/v1/'))
  .filter((name) => /\.(csv|json)\/route\.ts$|\[cell\]/.test(name) && !forTheirOwner.includes(name))

let market: TradedMarket
const holder = globalThis as { hotswapContext?: ServerContext }
beforeAll(async () => {
  market = await createTradedMarket()
  await seedData(market.db)
  const { computeBasketHere } = await import('@/lib/server/baskets/thread/compute')
  holder.hotswapContext = { ...market, planFleet: planHere, basket: computeBasketHere }
}, 180_000)
afterAll(async () => {
  holder.hotswapContext = undefined
  await market?.close()
})

const names = [
  'account',
  'address',
  'aversion',
  'among',
  'budget',
  'category',
  'cell',
  'cost',
  'cursor',
  'from',
  'hold',
  'kind',
  'measure',
  'min',
  'model',
  'network',
  'networks',
  'objective',
  'of',
  'operator',
  'page',
  'q',
  'share',
  'sort',
  'tail',
  'to',
  'values',
  'whole',
  'without',
]
const someone = `0x${'ab'.repeat(20)}`
const SELLER = 'the seller of the market'
const odd = fc.oneof(
  fc.constantFrom(
    '',
    '0',
    '-1',
    '1',
    '2.5',
    '1e9',
    '99999999999999999999',
    '9'.repeat(5_000),
    'NaN',
    'null',
    'relay',
    'radio',
    'relay,radio',
    '1,2,3',
    ',',
    '%',
    "'",
    '"',
    '\u0000',
    '\ud800',
    '../..',
    '__proto__',
    'constructor',
    '2024-01',
    '2024-13',
    '0000-00-00',
    `0x${'ab'.repeat(20)}`,
    `0x${'0'.repeat(64)}`,
    '871fb4662ffffff',
    'rewardPerNode',
    'indexed',
    'variance',
    'shares',
    'all',
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
)
const asked = fc.record({
  account: fc.constantFrom(undefined, someone, SELLER),
  query: fc.array(fc.tuple(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...names) }, fc.string()), odd), {
    maxLength: 5,
  }),
  segment: fc.oneof(
    odd,
    fc.constantFrom('relay', 'nowhere', someone, '871fb4662ffffff', 'b9d0e9f0-3b0c-4c8e-9d6a-0f1e2d3c4b5a'),
  ),
})

describe('whatever is asked of a file', () => {
  test.each(files)(
    '%s is the file, or says why not',
    async (file) => {
      const { GET } = (await import(/* @vite-ignore */ resolve(file))) as { GET: RouteHandler }
      const inPath = [...file.matchAll(/\[(\w+)\]/g)].map(([, name = '']) => name)
      const statuses = new Set<number>()
      await fc.assert(
        fc.asyncProperty(asked, async ({ account, query, segment }) => {
          const search = new URLSearchParams(query.map(([name, value]) => [name, value]))
          if (account) search.set('account', account === SELLER ? market.seller.address : account)
          const request = new Request(`http://localhost:3000/file?${search}`)
          const params = Promise.resolve(Object.fromEntries(inPath.map((name) => [name, segment])))
          const response = await GET(request, { params })
          const text = await response.text()
          statuses.add(response.status)
          // a roll-up that no worker has made yet is said to be on its way
          const isOnItsWay = response.status === 503 && JSON.parse(text).error?.retryable === true
          expect(response.status < 500 || isOnItsWay, `${response.status} ${text.slice(0, 300)}`).toBe(true)
          expect(text).not.toContain('UnexpectedError')
          if (response.status === 200) expect(text.length).toBeLessThan(5_000_000)
        }),
        { numRuns: RUNS },
      )
      // the draws get past the schema
      expect(
        [200, 404].some((status) => statuses.has(status)),
        [...statuses].join(),
      ).toBe(true)
    },
    120_000,
  )
})
