import { type Hex, numberToHex } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/test/database'
import { orderStates, orders } from '../schema'
import { bestListings, getOrder, ordersOfPosition } from './orders'

const now = new Date('2026-01-10T00:00:00Z')
const day = 86_400_000
const seller = numberToHex(1, { size: 20 })
const buyer = numberToHex(2, { size: 20 })

let database: TestDatabase
let count = 0

type Sketch = {
  positionId: number
  price: bigint
  kind?: 'listing' | 'item_offer'
  status?: string
  starts?: number
  ends?: number
}

async function order({ kind = 'listing', status = 'open', ...sketch }: Sketch): Promise<Hex> {
  const hash = numberToHex(++count, { size: 32 })
  await database.db.insert(orders).values({
    hash,
    kind,
    offerer: kind === 'listing' ? seller : buyer,
    positionId: sketch.positionId,
    price: sketch.price,
    fee: 0n,
    startTime: new Date(now.getTime() + (sketch.starts ?? -1) * day),
    endTime: new Date(now.getTime() + (sketch.ends ?? 1) * day),
    counter: 2n ** 256n - 1n,
    zone: seller,
    zoneHash: hash,
    bound: true,
    signature: '0x',
    components: {},
    signedState: { tokenId: sketch.positionId },
    // all in the same microsecond but every third, so that pages must tell equals apart
    createdAt: new Date(now.getTime() + Math.floor(count / 3)),
  })
  await database.db.insert(orderStates).values({ orderHash: hash, status, checkedBlock: 1 })
  return hash
}

let cheap: Hex
beforeAll(async () => {
  database = await createTestDatabase()
  await order({ positionId: 1, price: 300n })
  cheap = await order({ positionId: 1, price: 200n })
  await order({ positionId: 1, price: 100n, status: 'state_changed' })
  await order({ positionId: 1, price: 50n, ends: 0 })
  await order({ positionId: 1, price: 40n, starts: 0.5 })
  await order({ positionId: 2, price: 10n, status: 'filled' })
  await order({ positionId: 3, price: 200n })
  await order({ positionId: 1, price: 90n, kind: 'item_offer' })
  await order({ positionId: 1, price: 80n, kind: 'item_offer' })
  await order({ positionId: 1, price: 99n, kind: 'item_offer', status: 'no_funds' })
}, 120_000)
afterAll(() => database?.close())

test('the best listing of a position is the cheapest that can be filled now', async () => {
  const found = await bestListings(database.db, [1, 2, 3, 4], now)
  expect([...found].map(([id, { hash, price }]) => [id, hash, price])).toEqual([
    [1, cheap, 200n],
    [3, expect.any(String), 200n],
  ])
  expect(await bestListings(database.db, [], now)).toEqual(new Map())
})

test('a listing that starts later is the best then; one ends at its end and not a moment later', async () => {
  const later = new Date(now.getTime() + 0.5 * day)
  expect((await bestListings(database.db, [1], later)).get(1)?.price).toBe(40n)
  expect((await bestListings(database.db, [1], new Date(now.getTime() - 1))).get(1)?.price).toBe(50n)
  expect((await bestListings(database.db, [1], new Date(now.getTime() + day))).get(1)).toBeUndefined()
})

test('one order comes back exactly', async () => {
  expect(await getOrder(database.db, cheap)).toMatchObject({
    counter: 2n ** 256n - 1n,
    price: 200n,
    status: 'open',
    signedState: { tokenId: 1 },
    endTime: new Date(now.getTime() + day),
  })
  expect(await getOrder(database.db, numberToHex(999, { size: 32 }))).toBeUndefined()
})

test.each([1, 2, 3, 7])('pages of %i hold every order once, in order', async (limit) => {
  const { db } = database
  const byTime = await walkAll((after) => ordersOfPosition(db, 1, { limit, after }))
  expect(byTime).toHaveLength(8)
  expect(new Set(byTime.map((it) => it.hash)).size).toBe(8)
  const times = byTime.map((it) => it.createdAt.getTime())
  expect(times).toEqual([...times].sort((a, b) => b - a))
})

async function walkAll(page: (after?: { key: string; hash: Hex }) => ReturnType<typeof ordersOfPosition>) {
  const all = []
  for (let after: { key: string; hash: Hex } | undefined; ; ) {
    const { orders: found, next } = await page(after)
    all.push(...found)
    if (!next) return all
    after = next
  }
}
