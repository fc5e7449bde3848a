import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { assumptions, networkMonths, positionScenarios, valuations } from '@/db/schema'
import { exampleEngineInputs } from '@/lib/valuation/engine/example-engine-inputs'
import { DEFAULT_SETTINGS } from '@/lib/valuation/engine/inputs'
import { inputsHashOf } from '@/lib/valuation/engine/receipt'
import { ENGINE_MODEL } from '@/lib/valuation/engine/value-with-engine'
import { createTestDatabase, type TestDatabase } from '@/test/database'
import { insertCase, insertChain, NOW } from '@/test/insert-market'
import { basketFrontierCsv, basketFrontierJson, basketPositionsCsv } from './basket-files'
import { drawScenarios, SCENARIOS } from './draw-scenarios'
import { parseBasketQuery, readBasket } from './read-basket'
import { computeBasketHere } from './thread/compute'

const USD = 1_000_000n
let database: TestDatabase
const server = () => ({ db: database.db, now: () => NOW, basket: computeBasketHere })
const basket = (params: Record<string, string> = {}) => readBasket(parseBasketQuery(params).query, server())

/** A position for sale whose newest valuation has these inputs. */
async function offer(id: number, network: string, price: bigint, tokenPrice: number) {
  await insertCase(database.db, { id, network, p50: 80_000n, price })
  const inputs = exampleEngineInputs({ horizon: 24, tokenPrice, moves: [] })
  await database.db
    .update(valuations)
    .set({
      model: ENGINE_MODEL,
      inputs,
      settings: { ...DEFAULT_SETTINGS, policyPaths: 128 },
      inputsHash: inputsHashOf(inputs, DEFAULT_SETTINGS),
    })
    .where(eq(valuations.positionId, id))
}

beforeAll(async () => {
  database = await createTestDatabase()
  const { db } = database
  await insertChain(db)
  const known = {
    subject: 'all',
    name: 'reward_correlation_prior',
    value: '0.4',
    unit: 'ratio',
    note: 'test',
  }
  await db.insert(assumptions).values([known])
  await db
    .insert(networkMonths)
    .values([{ network: 'relay', month: '2023-05-01', rewardsUsd: '500', activeNodes: 100, source: 'test' }])
  for (const id of [1, 2, 3]) await offer(id, 'relay', 500n * USD, 1 + id / 10)
  for (const id of [4, 5]) await offer(id, 'dimo', 400n * USD, 1.5)
  await offer(6, 'dimo', 9_000n * USD, 1.5)
}, 60_000)
afterAll(() => database.close())

test('nothing can be chosen before the scenarios are drawn; the worker draws each position’s once', async () => {
  const before = await basket()
  expect(before).toMatchObject({ fillable: 6, dearer: 1, undrawn: 5, cheapest: 400n * USD, rows: [] })
  expect(before.plan.empty).toEqual({ kind: 'nothing for sale' })
  expect(await drawScenarios(server())).toBe(6)
  expect(await drawScenarios(server())).toBe(0)
  const rows = await database.db.select().from(positionScenarios)
  expect(new Set(rows.map(({ basis }) => basis)).size).toBe(1)
  for (const { months, values } of rows) {
    expect(months).toEqual([12, 24, 24])
    expect(values.length).toBe(4 * 3 * SCENARIOS)
  }
})

test('a basket keeps its limits, each listing stands beside its value, and the means are the valuations’', async () => {
  const answer = await basket({ budget: '1400', network: '60', tail: '100' })
  expect(answer.undrawn).toBe(0)
  const held = answer.rows.filter((row) => row.held)
  expect(held.length).toBeGreaterThan(0)
  const byNetwork = (slug: string) =>
    held.reduce((sum, { network, listing }) => (network.slug === slug ? sum + listing.price : sum), 0n)
  expect(byNetwork('relay')).toBeLessThanOrEqual(840n * USD)
  expect(byNetwork('dimo')).toBeLessThanOrEqual(840n * USD)
  for (const { value, listing, held: part } of held)
    expect(part?.gainUsd).toBeCloseTo(Number(value?.value) / 100 - Number(listing.price) / 1e6, 1)
  for (const { why, held: part } of answer.rows) expect(why === undefined).toBe(part?.share === 1)
})

test('positions can be left out or looked at alone, and shorter holding is worth less', async () => {
  const all = await basket({ budget: '3000', network: '100', tail: '100' })
  const [first] = all.rows
  const without = await basket({
    budget: '3000',
    network: '100',
    tail: '100',
    without: `${first?.positionId}`,
  })
  expect(without.rows.map(({ positionId }) => positionId)).not.toContain(first?.positionId)
  expect((await basket({ among: '4,5' })).rows.map(({ positionId }) => positionId).sort()).toEqual([4, 5])
  const year = await basket({ budget: '3000', network: '100', tail: '100', hold: '12' })
  expect(year.plan.gainUsd).toBeLessThan(all.plan.gainUsd)
})

test('its files hold what the page shows', async () => {
  const search = { budget: '1400', tail: '60' }
  const answer = await basket(search)
  const { frontier } = await answer.explore()
  const lines = (await (await basketPositionsCsv(server(), search)).text()).trim().split('\n')
  expect(lines).toHaveLength(1 + answer.rows.length)
  const columns = lines[0]!.split(',').length
  for (const line of lines) expect(line.split(',').length).toBe(columns)
  const points = (await (await basketFrontierCsv(server(), search)).text()).trim().split('\n').slice(1)
  expect(points.map((line) => Number(line.split(',')[1]))).toEqual(
    frontier.map(({ gainUsd }) => expect.closeTo(gainUsd, 5)),
  )
  const json = await basketFrontierJson(server(), search)
  expect(json.basket.gainUsd).toBe(answer.plan.gainUsd)
  expect(json.asked).toMatchObject({ budget: '1400', tail: '60' })
})

test('scenarios follow a new valuation, and go when a position is not for sale any more', async () => {
  const inputs = exampleEngineInputs({ horizon: 24, tokenPrice: 3, moves: [] })
  await database.db
    .update(valuations)
    .set({ inputs, inputsHash: inputsHashOf(inputs, DEFAULT_SETTINGS) })
    .where(eq(valuations.positionId, 1))
  expect((await basket({ budget: '3000' })).undrawn).toBe(1)
  expect(await drawScenarios(server())).toBe(1)
  expect((await basket({ budget: '3000' })).undrawn).toBe(0)
})
