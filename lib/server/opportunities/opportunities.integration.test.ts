import { eq } from 'drizzle-orm'
import { keccak256, stringToHex } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { orderStates, orders, prospects } from '@/db/schema'
import { quantile, sorted } from '@/lib/math/statistics/quantiles'
import { exampleEngineInputs } from '@/lib/valuation/engine/example-engine-inputs'
import { inputsHashOf } from '@/lib/valuation/engine/receipt'
import { type ValuedRun, valueWithEngine } from '@/lib/valuation/engine/value-with-engine'
import { createTestDatabase, type TestDatabase } from '@/test/database'
import { insertCase, insertChain, NOW } from '@/test/insert-market'
import { storeValuations } from '../valuations/store-valuations'
import { opportunitiesCsv } from './opportunity-files'
import { readOpportunities } from './read-opportunities'
import { refreshOpportunities } from './refresh-opportunities'

let database: TestDatabase
let run: ValuedRun
let p25: number
const settings = { seed: 9, paths: 1024, policyPaths: 128 }
const inputs = exampleEngineInputs({})
const server = () => ({ db: database.db, now: () => NOW })
const units = (usd: number) => BigInt(Math.round(usd * 100)) * 10_000n
const found = async () => (await readOpportunities(server())).opportunities.map(({ row }) => row.positionId)

beforeAll(async () => {
  database = await createTestDatabase()
  const { db } = database
  run = valueWithEngine(inputs, settings)
  const ascending = sorted(run.realised)
  p25 = quantile(ascending, 0.25)
  const p50 = quantile(ascending, 0.5)
  await insertChain(db)
  // 1 and 2 below the P25, 3 between it and the median, 4 above; 5 below and not open
  const prices = [0.9 * p25, 0.7 * p25, (p25 + p50) / 2, 1.1 * p50, 0.8 * p25]
  for (const [k, usd] of prices.entries()) {
    const id = k + 1
    await insertCase(db, { id, price: units(usd), status: id === 5 ? 'not_owned' : 'open' })
    await storeValuations(db, [
      {
        positionId: id,
        deviceId: keccak256(stringToHex(`device ${id}`)),
        inputsHash: inputsHashOf(inputs, settings),
        valuation: run.valuation,
        receipt: undefined,
      },
    ])
  }
})
afterAll(() => database.close())

test('listings below the median are judged once; those below the P25 are shown, the better first', async () => {
  expect(await found()).toEqual([])
  expect(await refreshOpportunities(server())).toEqual({ judged: 3, waiting: 0 })
  expect(await refreshOpportunities(server())).toEqual({ judged: 0, waiting: 0 })
  const { opportunities, judged } = await readOpportunities(server())
  expect(judged).toBe(3)
  expect(opportunities.map(({ row }) => row.positionId)).toEqual([2, 1])
  for (const one of opportunities) {
    expect(Number(one.p25) / 100).toBeCloseTo(p25, 2)
    expect(one.lossChance).toBeLessThan(0.25)
    expect(one.impliedReturn ?? 10).toBeGreaterThan(one.assumedReturn)
    expect(one.impliedRewards).toBeLessThan(1)
  }
  const csv = await (await opportunitiesCsv(server())).text()
  expect(csv.trim().split('\n')).toHaveLength(3)
})

test('what cannot be filled any more is gone at once, and its judgement with the next turn', async () => {
  const { db } = database
  const [cheapest] = await db.select().from(orders).where(eq(orders.positionId, 2))
  await db
    .update(orderStates)
    .set({ status: 'filled' })
    .where(eq(orderStates.orderHash, cheapest?.hash ?? '0x'))
  expect(await found()).toEqual([1])
  expect(await db.select().from(prospects)).toHaveLength(3)
  await refreshOpportunities(server())
  expect(await db.select().from(prospects)).toHaveLength(2)
})

test('a judgement of an older valuation is not shown beside a newer value', async () => {
  const { db } = database
  expect(await found()).toEqual([1])
  const dearer = { ...inputs, tokenPrice: { ...inputs.tokenPrice, value: 1.01 * inputs.tokenPrice.value } }
  const newer = valueWithEngine(dearer, settings)
  await storeValuations(db, [
    {
      positionId: 1,
      deviceId: keccak256(stringToHex('device 1')),
      inputsHash: inputsHashOf(dearer, settings),
      valuation: newer.valuation,
      receipt: undefined,
    },
  ])
  expect(await found()).toEqual([])
  expect((await refreshOpportunities(server())).judged).toBe(1)
  expect(await found()).toEqual([1])
})

test('an expired listing is none, judged by the time of the head', async () => {
  expect(
    (await readOpportunities({ ...server(), now: () => new Date(NOW.getTime() + 31 * 86_400_000) }))
      .opportunities,
  ).toEqual([])
})
