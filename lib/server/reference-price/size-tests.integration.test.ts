import { afterAll, beforeAll, expect, test } from 'vitest'
import { sales } from '@/db/schema'
import type { Deployment } from '@/lib/chain/deployment'
import { accountOf, applySales, type ToldSale } from '@/test/apply-sales'
import { createTestDatabase, type TestDatabase } from '@/test/database'
import { readNetworkReferences } from './read-references'
import { refreshReferences } from './refresh-references'

/*
 * Sizes that people pay and sizes that a program pays, as the indexer records them, and what the tests of Cong, Li, Tang
 * and Yang say of them. The figures to be met are SciPy's: chisquare, ttest_1samp, and pareto.fit on the largest tenth.
 */
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

/** Over a decade, the largest tenth a Pareto tail of 1.5; two in three in round hundreds. */
const people = Array.from({ length: 260 }, (_, k) => {
  const u = (((k * 97) % 260) + 0.5) / 260
  const size = Math.floor((u < 0.9 ? 100 * 10 ** (u / 0.9) : 1_000 * ((1 - u) / 0.1) ** (-1 / 1.5)) + 0.5)
  return k % 3 === 0 ? size : Math.max(100, Math.floor(size / 100 + 0.5) * 100)
})
/** Within a few hundred dollars, none rounder than another. */
const program = Array.from({ length: 250 }, (_, k) => 420 + ((k * 37) % 260))

const honest = (network: string, first: number) =>
  people.map(
    (dollars, k): ToldSale => ({
      position: first + k,
      dollars,
      seller: `${network} ${k}`,
      buyer: `${network} buyer ${k}`,
      network,
    }),
  )
/** Each position there and back between two of a hundred wallets. */
const planted = (network: string, first: number) =>
  program.map((dollars, k): ToldSale => {
    const pair = Math.floor(k / 2)
    const [a, b] = [`${network} wash ${pair % 50}`, `${network} wash ${50 + (pair % 50)}`]
    const [seller, buyer] = k % 2 === 0 ? ([a, b] as const) : ([b, a] as const)
    return { position: first + pair, dollars, seller, buyer, network }
  })

let database: TestDatabase
const of = async (network: string) => (await readNetworkReferences(network, { db: database.db })).network

beforeAll(async () => {
  database = await createTestDatabase()
  const told = [
    ...honest('people', 1),
    ...planted('program', 1_000),
    ...honest('both', 2_000),
    ...planted('both', 3_000),
  ]
  await applySales(database.db, deployment, told, { from, every: EVERY })
  const end = new Date(from.getTime() + told.length * EVERY * 1000)
  await refreshReferences({ db: database.db, deployment, now: () => end })
  expect(await database.db.$count(sales)).toBe(1_020)
}, 60_000)
afterAll(() => database.close())

test('sizes that people pay pass all three tests, to the figures of SciPy', async () => {
  const { sizeTests, leftOut, price } = (await of('people')) ?? {}
  expect(leftOut).toBe(0)
  expect(price).not.toBeNull()
  expect(sizeTests).toMatchObject({ n: 260, against: 0 })
  expect(sizeTests?.firstDigit.shares.map((share) => Math.round(260 * share))).toEqual([
    72, 52, 34, 26, 20, 17, 15, 12, 12,
  ])
  expect(sizeTests?.firstDigit.chiSquare).toBeCloseTo(1.5968277937, 8)
  expect(sizeTests?.firstDigit.p).toBeCloseTo(0.9909808252, 8)
  expect(sizeTests?.rounding.windows).toBe(28)
  expect(sizeTests?.rounding.t).toBeCloseTo(3.6543657946, 8)
  expect(sizeTests?.tail.exponent).toBeCloseTo(1.5287811646, 8)
  expect(sizeTests?.tail.isParetoLevy).toBe(true)
})

test('sizes that a program pays fail all three, and every one of its sales is left out of the price', async () => {
  const kept = await of('program')
  expect(kept).toMatchObject({ price: null, sales: 0, leftOut: 250 })
  expect(kept?.sizeTests).toMatchObject({ n: 250, against: 3 })
  expect(kept?.sizeTests?.firstDigit.chiSquare).toBeCloseTo(815.1463469922, 6)
  expect(kept?.sizeTests?.rounding.t).toBeCloseTo(-1.7320508076, 8)
  expect(kept?.sizeTests?.tail.exponent).toBeCloseTo(50.9573697918, 6)
})

test('among honest sales a program shows in the digits, and the price stands where the honest ones put it', async () => {
  const [alone, both] = [await of('people'), await of('both')]
  expect(both).toMatchObject({ sales: 260, leftOut: 250 })
  // the same sales at the same distances from each other, only later: the price is the same, whatever was planted
  expect(both?.price).toBe(alone?.price)
  expect(both?.sizeTests).toMatchObject({ n: 510, against: 1 })
  expect(both?.sizeTests?.firstDigit.chiSquare).toBeCloseTo(398.2701218729, 6)
  expect(both?.sizeTests?.rounding.t).toBeCloseTo(3.1231424217, 8)
  expect(both?.sizeTests?.tail.exponent).toBeCloseTo(2.0158214079, 8)
})
