import { type Hex, keccak256, stringToHex } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { orderStates, orders } from '@/db/schema'
import type { OrderStatus } from '@/lib/market/order-status'
import { createTestDatabase, type TestDatabase } from '@/test/database'
import { addressOf, daysFromNow, insertCase, insertChain, insertListing, NOW } from '@/test/insert-market'
import { bestBids, networkBook, positionBook } from './bids'

let database: TestDatabase

type Bid = { price: bigint; by?: string; status?: OrderStatus; starts?: number; ends?: number }

async function bid(positionId: number, given: Bid): Promise<Hex> {
  const hash = keccak256(
    stringToHex(`bid ${positionId} ${JSON.stringify({ ...given, price: `${given.price}` })}`),
  )
  await database.db.insert(orders).values({
    hash,
    kind: 'item_offer',
    offerer: addressOf(given.by ?? 'bidder'),
    positionId,
    price: given.price,
    fee: given.price / 100n,
    startTime: daysFromNow(given.starts ?? -1),
    endTime: daysFromNow(given.ends ?? 5),
    counter: 0n,
    zone: addressOf('zone'),
    zoneHash: hash,
    bound: true,
    signature: '0x',
    components: {},
    signedState: {},
  })
  await database.db
    .insert(orderStates)
    .values({ orderHash: hash, status: given.status ?? 'open', checkedBlock: 1 })
  return hash
}

beforeAll(async () => {
  database = await createTestDatabase()
  const { db } = database
  await insertChain(db)
  await insertCase(db, { id: 1, price: 500n })
  await insertCase(db, { id: 2, price: 300n })
  await insertCase(db, { id: 3 })
  await insertCase(db, { id: 4, network: 'dimo', price: 9n })
  await insertListing(db, { id: 1, price: 400n })
  await insertListing(db, { id: 1, price: 100n, status: 'state_changed' })
  await bid(1, { price: 250n })
  await bid(1, { price: 350n, by: 'second' })
  // nobody can accept these
  await bid(1, { price: 900n, status: 'no_funds' })
  await bid(1, { price: 901n, status: 'not_approved' })
  await bid(1, { price: 902n, status: 'state_changed' })
  await bid(1, { price: 903n, ends: -0.5, starts: -2 })
  await bid(1, { price: 904n, starts: 1 })
  // the holder’s own, left from before
  await bid(1, { price: 905n, by: 'owner 1' })
  await bid(3, { price: 50n })
}, 120_000)
afterAll(() => database?.close())

test('the best bid is the highest that can be accepted now, by somebody else’s dollars', async () => {
  const found = await bestBids(database.db, [1, 2, 3], NOW)
  expect([...found].map(([id, { price }]) => [id, price])).toEqual([
    [1, 350n],
    [3, 50n],
  ])
  expect(await bestBids(database.db, [], NOW)).toEqual(new Map())
})

test('a position’s book has both sides and its spread', async () => {
  const book = await positionBook(database.db, 1, NOW)
  expect(book.asks.map(({ price }) => price)).toEqual([400n, 500n])
  expect(book.bids.map(({ price }) => price)).toEqual([350n, 250n])
  expect(book.spread).toMatchObject({ amount: 50n })
  expect(book.spread?.share).toBeCloseTo(50 / 375, 6)
})

test('a network’s book is the ends of both sides, and how many positions stand on each', async () => {
  const book = await networkBook(database.db, 'relay', NOW, 2)
  expect(book.asks.map(({ price }) => price)).toEqual([300n, 400n])
  expect(book.bids.map(({ price }) => price)).toEqual([350n, 250n])
  expect(book).toMatchObject({
    listed: 2,
    bidOn: 2,
    // the two sides of one position, not the floor of one and the bid on another
    tightest: { positionId: 1, ask: 400n, bid: 350n },
  })
  expect(await networkBook(database.db, 'dimo', NOW)).toMatchObject({ listed: 1, bidOn: 0, bids: [] })
  expect(await networkBook(database.db, 'nowhere', NOW)).toMatchObject({ listed: 0, bestAsk: undefined })
})

test('a bid counts up to its end and not a moment longer', async () => {
  const at = async (days: number) => (await bestBids(database.db, [1], daysFromNow(days))).get(1)?.price
  expect(await at(-1)).toBe(903n)
  expect(await at(4.99)).toBe(904n)
  expect(await at(5)).toBeUndefined()
})
