import { eq, gt } from 'drizzle-orm'
import { type Address, keccak256, stringToHex, zeroAddress } from 'viem'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { referencesOf, washShares } from '@/db/queries/references'
import { blocks, dollarTransfers, rollUps, saleMarks, sales } from '@/db/schema'
import type { Deployment } from '@/lib/chain/deployment'
import { createTestDatabase, type TestDatabase } from '@/test/database'
import { FAUCET_GIVER } from '../faucet/top-up'
import { refreshReferences } from './refresh-references'

const DAY = 86_400_000
const start = Date.UTC(2026, 0, 1)
const hash = (text: string) => keccak256(stringToHex(text))
const account = (name: string): Address => `0x${hash(name).slice(26)}`
const deployment: Deployment = {
  chainId: 31_337,
  name: 'test',
  startBlock: 0,
  finalityDepth: 8,
  positions: account('positions'),
  zone: account('zone'),
  dollar: account('dollar'),
  seaport: account('seaport'),
  rewards: account('rewards'),
  fee: { recipient: account('fees'), basisPoints: 100 },
}
let database: TestDatabase
const server = () => ({ db: database.db, deployment, now: () => new Date(start + 30 * DAY) })

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  await database.db.delete(blocks)
  await database.db.delete(rollUps)
})

const block = (number: number, chain = 'a') => ({
  number,
  hash: hash(`${chain}${number}`),
  parentHash: hash(`${chain}${number - 1}`),
  time: new Date(start + number * DAY),
  eventful: true,
})
const sale = (number: number, dollars: number, seller: string, buyer: string, position = number) => ({
  blockNumber: number,
  logIndex: 1,
  positionId: position,
  transactionHash: hash(`t${number}`),
  time: new Date(start + number * DAY),
  orderHash: hash(`o${number}`),
  seller: account(seller),
  buyer: account(buyer),
  price: BigInt(dollars) * 1_000_000n,
  fee: 0n,
  network: 'relay',
})
const paid = (number: number, from: Address, to: Address, dollars: number, transaction: string) => ({
  blockNumber: number,
  logIndex: 9,
  transactionHash: hash(transaction),
  time: new Date(start + number * DAY),
  sender: from,
  recipient: to,
  amount: BigInt(dollars) * 1_000_000n,
})

/** Sales of days 1 … 7 about a hundred dollars, among strangers. */
async function honestWeek() {
  const { db } = database
  await db.insert(blocks).values([1, 2, 3, 4, 5, 6, 7].map((number) => block(number)))
  await db
    .insert(sales)
    .values([1, 2, 3, 4, 5, 6, 7].map((n) => sale(n, 96 + n, `seller ${n}`, `buyer ${n}`)))
}
const network = async () => (await referencesOf(database.db, [{ scope: 'network', subject: 'relay' }]))[0]

test('seven sales carry a reference with its width and its cost, and four do not', async () => {
  await honestWeek()
  expect(await refreshReferences(server())).toBe(9)
  expect(await network()).toMatchObject({ price: 10_020n, sales: 7, leftOut: 0, sizeTests: null })
  const { low, high, costUp } = (await network()) ?? {}
  // about the second and the sixth of seven
  expect(Number(low)).toBeCloseTo(9_780, -2)
  expect(Number(high)).toBeCloseTo(10_220, -2)
  expect(costUp?.undetectedUsd).toBeCloseTo(((costUp?.sales ?? 0) * (costUp?.atUsd ?? 0)) / 100, 2)
  await database.db.delete(blocks).where(gt(blocks.number, 4))
  await refreshReferences(server())
  expect(await network()).toMatchObject({ price: null, low: null, costUp: null, sales: 4 })
})

test('nothing new, nothing computed', async () => {
  await honestWeek()
  expect(await refreshReferences(server())).toBe(9)
  expect(await refreshReferences(server())).toBeUndefined()
})

test('a sale that the seller paid for is marked, left out, and taken back with its block', async () => {
  const { db } = database
  await honestWeek()
  await db.insert(blocks).values([block(8), block(9)])
  await db.insert(dollarTransfers).values(paid(8, account('ring'), account('mule'), 900, 'gift'))
  await db.insert(sales).values(sale(9, 900, 'ring', 'mule'))
  await refreshReferences(server())
  expect(await network()).toMatchObject({ price: 10_020n, sales: 7, leftOut: 1 })
  const marks = await db.select().from(saleMarks)
  expect(marks).toMatchObject([{ blockNumber: 9, test: 'funding-link' }])
  expect(marks[0]?.mark).toMatchObject({ kind: 'seller funded buyer' })
  expect(await washShares(db, new Date(start))).toMatchObject([
    { network: 'relay', sales: 8, marked: 1, markedVolume: 900_000_000n },
  ])

  // the block goes, and another comes in which they never traded
  await db.delete(blocks).where(gt(blocks.number, 8))
  expect(await db.select().from(saleMarks)).toEqual([])
  await refreshReferences(server())
  expect(await network()).toMatchObject({ sales: 7, leftOut: 0 })
})

test('a faucet links nobody, and a price is no gift to its own sale', async () => {
  const { db } = database
  await honestWeek()
  await db
    .insert(dollarTransfers)
    .values([
      paid(1, zeroAddress, account('seller 2'), 5_000, 'f1'),
      { ...paid(1, zeroAddress, account('buyer 2'), 5_000, 'f2'), logIndex: 10 },
      paid(2, account('buyer 2'), account('seller 2'), 98, 't2'),
      { ...paid(1, FAUCET_GIVER, account('seller 3'), 5_000, 'f3'), logIndex: 11 },
      { ...paid(1, FAUCET_GIVER, account('buyer 3'), 5_000, 'f4'), logIndex: 12 },
    ])
  await refreshReferences(server())
  expect(await db.select().from(saleMarks)).toEqual([])
})

test('an account that pays everybody links nobody once it is named', async () => {
  const { db } = database
  await honestWeek()
  const exchange = account('exchange')
  await db
    .insert(dollarTransfers)
    .values([
      paid(1, exchange, account('seller 4'), 5_000, 'e1'),
      { ...paid(1, exchange, account('buyer 4'), 5_000, 'e2'), logIndex: 10 },
    ])
  await refreshReferences({ ...server(), publicSources: [exchange] })
  expect(await db.select().from(saleMarks)).toEqual([])
  await db.delete(rollUps)
  await refreshReferences(server())
  expect(await db.select().from(saleMarks)).toHaveLength(1)
})

test('money that comes back a day later marks a sale that stood clean', async () => {
  const { db } = database
  await honestWeek()
  await refreshReferences(server())
  expect(await db.select().from(saleMarks)).toEqual([])
  await db.insert(blocks).values(block(8))
  await db.insert(dollarTransfers).values(paid(8, account('seller 7'), account('buyer 7'), 90, 'back'))
  await refreshReferences(server())
  expect(await db.select().from(saleMarks).where(eq(saleMarks.blockNumber, 7))).toHaveLength(1)
})
