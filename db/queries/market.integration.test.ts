import { afterAll, beforeAll, expect, test } from 'vitest'
import { networkMonths, operatorMonths, operators } from '@/db/schema'
import { type MarketQuery, marketSorts, parseMarketQuery } from '@/lib/market/market-query'
import { createTestDatabase, type TestDatabase } from '@/test/database'
import { addressOf, daysFromNow, insertCase, insertChain, insertListing, NOW } from '@/test/insert-market'
import { marketCounts, marketRows } from './market'

const USD = 1_000_000n
let test_: TestDatabase

beforeAll(async () => {
  test_ = await createTestDatabase()
  const { db } = test_
  await insertChain(db)
  const source = 'test'
  await db.insert(networkMonths).values([
    { network: 'relay', month: '2023-05-01', rewardsUsd: '500', activeNodes: 100, source },
    { network: 'relay', month: '2023-06-01', rewardsUsd: '700', activeNodes: null, source },
  ])
  await db
    .insert(operators)
    .values({ slug: 'operator-001', network: 'relay', account: addressOf('operator') })
  await db.insert(operatorMonths).values([
    { operator: 'operator-001', month: '2023-01-01', nodes: 2, rewardsUsd: '90', source },
    { operator: 'operator-001', month: '2023-02-01', nodes: 4, rewardsUsd: '100', source },
  ])
  await insertCase(db, { id: 1, owner: 'operator', operator: 'operator-001', p50: 10_000n, price: 80n * USD })
  await insertCase(db, { id: 2, operator: 'operator-001', p50: 10_000n, price: 130n * USD })
  await insertCase(db, { id: 3, network: 'dimo', name: 'Car 100%_x, Utrecht', p50: 5_000n, price: 45n * USD })
  await insertCase(db, { id: 4, p50: 5_000n, price: 1n * USD, endTime: NOW })
  await insertCase(db, { id: 5, p50: 5_000n, price: 1n * USD, startTime: daysFromNow(1) })
  await insertCase(db, { id: 6, p50: 5_000n, price: 1n * USD, status: 'state_changed' })
  await insertCase(db, { id: 7, price: 20n * USD })
  await insertCase(db, { id: 8, p50: 0n, price: 20n * USD })
  await insertCase(db, { id: 9, p50: 9_000n })
  await insertListing(db, { id: 1, owner: 'operator', price: 95n * USD })
})
afterAll(() => test_.close())

const view = (params: Record<string, string>) => parseMarketQuery(params).query
const ids = async (query: MarketQuery, size?: number) =>
  (await marketRows(test_.db, query, NOW, size)).rows.map((row) => row.positionId)

test('only what can be filled at head time is for sale, cheapest listing first against its value', async () => {
  const page = await marketRows(test_.db, view({}), NOW)
  expect(page.rows.map((row) => row.positionId)).toEqual([1, 3, 2, 7, 8])
  expect((await marketCounts(test_.db, view({}), NOW)).total).toBe(5)
  expect(page.rows[0]?.listing?.price).toBe(80n * USD)
  expect(page.rows[0]?.value).toEqual({ value: 10_000n, p5: 5_000n, p50: 10_000n, p95: 20_000n })
})

test('an operator’s own reward stands for a device that its account registered, the network’s for any other', async () => {
  const { rows } = await marketRows(test_.db, view({ sort: 'position-asc' }), NOW)
  expect(rows[0]).toMatchObject({
    operator: 'operator-001',
    reward: { dollarsPerMonth: 25, month: '2023-02-01', basis: 'operator' },
  })
  expect(rows[1]).toMatchObject({
    operator: undefined,
    reward: { dollarsPerMonth: 5, month: '2023-05-01', basis: 'network' },
  })
  expect(rows[2]?.reward).toBeUndefined()
})

test('filters narrow, and what is not listed is shown when asked for', async () => {
  expect(await ids(view({ network: 'dimo' }))).toEqual([3])
  expect(await ids(view({ min: '45', max: '80', sort: 'price' }))).toEqual([3, 1])
  expect(await ids(view({ all: '1', sort: 'position-asc' }))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
})

test('search finds words of the metadata literally, numbers and owners', async () => {
  expect(await ids(view({ q: 'utrecht car' }))).toEqual([3])
  expect(await ids(view({ q: '100%_X' }))).toEqual([3])
  expect(await ids(view({ q: '1%x' }))).toEqual([])
  expect(await ids(view({ q: '#7' }))).toEqual([7])
  expect(await ids(view({ q: addressOf('operator').toUpperCase().replace('0X', '0x') }))).toEqual([1])
})

test('pages of one row join to the whole list, forwards and backwards, in every order', async () => {
  for (const sort of Object.keys(marketSorts))
    for (const direction of ['asc', 'desc']) {
      const params = { all: '1', sort: `${sort}-${direction}` }
      const whole = await ids(view(params))
      const forwards: number[] = []
      let last = await marketRows(test_.db, view(params), NOW, 1)
      forwards.push(...last.rows.map((row) => row.positionId))
      while (last.neighbours.next) {
        last = await marketRows(test_.db, view({ ...params, after: last.neighbours.next }), NOW, 1)
        forwards.push(...last.rows.map((row) => row.positionId))
      }
      expect(forwards).toEqual(whole)
      const backwards = last.rows.map((row) => row.positionId)
      while (last.neighbours.previous) {
        last = await marketRows(test_.db, view({ ...params, before: last.neighbours.previous }), NOW, 1)
        backwards.unshift(...last.rows.map((row) => row.positionId))
      }
      expect(backwards).toEqual(whole)
    }
})
