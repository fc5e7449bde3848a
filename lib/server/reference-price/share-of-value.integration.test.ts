import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { keccak256, stringToHex } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rollUps, valuations } from '@/db/schema'
import type { Deployment } from '@/lib/chain/deployment'
import { nearestReference } from '@/lib/market/reference-price/nearest-reference'
import { ENGINE_MODEL } from '@/lib/valuation/engine/value-with-engine'
import { accountOf, applySales, type ToldSale } from '@/test/apply-sales'
import { createTestDatabase, type TestDatabase } from '@/test/database'
import { readNearestReferences } from './read-nearest-references'
import { readPositionReferences } from './read-references'
import { refreshReferences } from './refresh-references'

const deployment: Deployment = {
  chainId: 31_337,
  name: 'test',
  startBlock: 1,
  finalityDepth: 8,
  positions: accountOf('positions'),
  zone: accountOf('zone'),
  dollar: accountOf('dollar'),
  seaport: accountOf('seaport'),
  rewards: accountOf('rewards'),
  fee: { recipient: accountOf('fees'), basisPoints: 100 },
}
const from = new Date('2026-01-01T00:00:00Z')
const EVERY = 3_600
const DAY = 86_400_000
const soldAt = (position: number) => new Date(from.getTime() + (position - 1) * EVERY * 1000)
const hash = (text: string) => keccak256(stringToHex(text))

let database: TestDatabase
const server = () => ({ db: database.db, deployment, now: () => new Date(from.getTime() + 2 * DAY) })
/** Positions 1 … 6 work for relay, 7 … 10 for dimo; each is sold once, at this share of 100 dollars a number. */
const shares = [0.8, 0.9, 1, 1.1, 1.2, 1.3, 0.5, 0.6, 0.7, 0.8]
const told = shares.map(
  (share, k): ToldSale => ({
    position: k + 1,
    dollars: Math.round(share * 100 * (k + 1)),
    seller: `seller ${k}`,
    buyer: `buyer ${k}`,
    network: k < 6 ? 'relay' : 'dimo',
  }),
)

/** @param after seconds between sale and receipt; before it where negative */
async function value(
  position: number,
  dollars: number,
  after: number,
  model = ENGINE_MODEL,
  device = position,
) {
  const cents = BigInt(dollars * 100)
  await database.db.insert(valuations).values({
    positionId: position,
    deviceId: hash(`device ${device}`),
    model,
    inputs: {},
    inputsHash: hash(`inputs ${position} ${after}`),
    value: cents,
    p5: cents,
    p50: cents,
    p95: cents,
    parts: [],
    valuer: accountOf('valuer'),
    signature: '0x',
    issuedAt: soldAt(position).getTime() / 1000 + after,
  })
}
const references = (id: number, network: string) =>
  readPositionReferences({ id, network, model: 'box-1' }, { db: database.db })
async function anew() {
  await database.db.delete(rollUps)
  await refreshReferences(server())
}

beforeAll(async () => {
  database = await createTestDatabase()
  await applySales(database.db, deployment, told, { from, every: EVERY })
  for (let position = 1; position <= 10; position++) await value(position, 100 * position, -60)
  await refreshReferences(server())
})
afterAll(() => database.close())

test('a network of six sales says what is paid for a dollar of value, one of four borrows from all', async () => {
  const { network, all } = await references(1, 'relay')
  expect(network?.shareOfValue).toMatchObject({ model: ENGINE_MODEL, sales: 6 })
  // weighed by value: 1.1, 1.2 and 1.3 carry more than half of 2,100
  expect(network?.shareOfValue?.share).toBeGreaterThan(1.1)
  expect(network?.shareOfValue?.share).toBeLessThan(1.2)
  expect(network?.shareOfValue?.costUp?.undetectedUsd).toBeGreaterThan(0)
  expect(all).toMatchObject({ price: null, sales: 10, unvalued: 0 })

  const others = await references(8, 'dimo')
  expect(others.network?.shareOfValue).toBeNull()
  const found = nearestReference(others, { value: 50_000n, model: ENGINE_MODEL })
  expect(found).toMatchObject({ scope: 'all', basis: 'value', sales: 10 })
  expect(Number(found?.price)).toBeCloseTo(50_000 * (all?.shareOfValue?.share ?? 0), -1)
})

test('many positions at once have each the reference that its page shows', async () => {
  const many = await readNearestReferences(database.db, [1, 8, 99])
  expect([...many.keys()]).toEqual([1, 8])
  for (const [id, network] of [
    [1, 'relay'],
    [8, 'dimo'],
  ] as const)
    expect(many.get(id)).toEqual(
      nearestReference(await references(id, network), {
        value: BigInt(10_000 * id),
        model: ENGINE_MODEL,
      }),
    )
  expect(many.get(8)?.scope).toBe('all')
})

test('the receipt that stood when it was sold counts, not a later one', async () => {
  const before = (await references(1, 'relay')).network?.shareOfValue?.share
  for (let position = 1; position <= 10; position++) await value(position, 1_000 * position, 60)
  await anew()
  expect((await references(1, 'relay')).network?.shareOfValue?.share).toBe(before)
})

test('where none stood, the first of the day after does; another device’s, another model’s and later ones do not', async () => {
  const { db } = database
  await db.delete(valuations).where(eq(valuations.positionId, 1))
  await anew()
  expect((await references(1, 'relay')).network).toMatchObject({ sales: 6, unvalued: 1 })
  await value(1, 100, -60, 'engine-0')
  await value(1, 100, -61, ENGINE_MODEL, 77)
  await value(1, 100, 86_400 + 60)
  await anew()
  expect((await references(1, 'relay')).network).toMatchObject({ unvalued: 1 })
  expect((await references(1, 'relay')).network?.shareOfValue).toMatchObject({ sales: 5 })
  await value(1, 100, 3_600)
  await anew()
  expect((await references(1, 'relay')).network).toMatchObject({ unvalued: 0, shareOfValue: { sales: 6 } })
})

test('no valuation reads a sale, an order or a reference: prices cannot feed on themselves', () => {
  const files = ['lib/valuation', 'lib/server/valuations'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.includes('.test.'))
      .map((name) => join(folder, name)),
  )
  expect(files.length).toBeGreaterThan(40)
  const reads = files.filter((file) =>
    /\b(sales|saleMarks|orders|orderStates|referencePrices|dollarTransfers|prospects)\b[^\n]*from '@\/db\/schema'|reference-price|sale_marks|reference_prices/.test(
      readFileSync(file, 'utf8').replace(/import \{[^}]*\}/g, (names) => names.replace(/\s+/g, ' ')),
    ),
  )
  expect(reads).toEqual([])
})
