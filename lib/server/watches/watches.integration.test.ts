import { eq, sql } from 'drizzle-orm'
import { type Hex, keccak256, stringToHex } from 'viem'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  blocks,
  heartbeats,
  notifications,
  orderStates,
  orders,
  positions,
  sales,
  supplySqueezes,
  watches,
} from '@/db/schema'
import { firstRules, noRules } from '@/lib/market/watch'
import { createTestDatabase, type TestDatabase } from '@/test/database'
import { addressOf, insertCase, insertChain, insertListing } from '@/test/insert-market'
import type { ServerContext } from '../context'
import { ensurePartitions } from '../heartbeats/ensure-partition'
import { evaluateWatches } from './evaluate-watches'
import { readUnread } from './read-unread'
import { parsePositionIds, readPositionsWatched, readWatching } from './read-watching'
import { markRead, setWatch, watchOf } from './set-watch'

let database: TestDatabase
const now = () => new Date()
const watcher = addressOf('watcher')
const asWatcher = () => ({ db: database.db, session: { address: watcher } })
const fromNow = (hours: number) => new Date(Date.now() + hours * 3_600_000)

beforeAll(async () => {
  database = await createTestDatabase()
  const { db } = database
  await insertChain(db)
  await ensurePartitions(db, new Date())
  for (const id of [1, 2, 3]) await insertCase(db, { id })
  await insertCase(db, { id: 4, owner: 'watcher' })
})
afterAll(() => database.close())
beforeEach(async () => {
  await database.db.delete(watches)
  await database.db.delete(notifications)
  await database.db.delete(sales)
  await database.db.delete(orderStates)
  await database.db.delete(orders)
})

const listing = (id: number, price: bigint) =>
  insertListing(database.db, { id, price, startTime: fromNow(-1), endTime: fromNow(1) })

/** Orders of these helpers are older than their test; this makes one that has just come. */
async function postNow(hash: Hex, change: Partial<typeof orders.$inferInsert> = {}) {
  await database.db
    .update(orders)
    .set({ createdAt: new Date(), ...change })
    .where(eq(orders.hash, hash))
}

const told = () =>
  database.db
    .select({ kind: notifications.kind, positionId: notifications.positionId, price: notifications.price })
    .from(notifications)
    .where(eq(notifications.account, watcher))
    .orderBy(notifications.seq)

test('a price at or below the one watched is told once, however often it is looked at; one above is not', async () => {
  await setWatch(asWatcher(), { positionId: 1, ...noRules, below: 50_000_000n })
  await listing(1, 50_000_001n)
  expect(await evaluateWatches({ db: database.db, now })).toBe(0)
  await listing(1, 50_000_000n)
  expect(await evaluateWatches({ db: database.db, now })).toBe(1)
  expect(await evaluateWatches({ db: database.db, now })).toBe(0)
  expect(await told()).toEqual([{ kind: 'price', positionId: 1, price: 50_000_000n }])
})

test('two workers that look at the same time tell it once', async () => {
  await setWatch(asWatcher(), { positionId: 1, ...noRules, below: 90_000_000n })
  await listing(1, 80_000_000n)
  const counts = await Promise.all([1, 2, 3, 4].map(() => evaluateWatches({ db: database.db, now })))
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1)
})

test('a listing after the watch is news; one before it, one’s own, and one that cannot be filled are not', async () => {
  await listing(2, 10_000_000n)
  await setWatch(asWatcher(), { positionId: 2, ...firstRules, below: null })
  await setWatch(asWatcher(), { positionId: 4, ...firstRules, below: null })
  await postNow(
    await insertListing(database.db, {
      id: 4,
      owner: 'watcher',
      price: 7n,
      startTime: fromNow(-1),
      endTime: fromNow(1),
    }),
  )
  const dead = await insertListing(database.db, { id: 2, price: 9n, status: 'cancelled' })
  await postNow(dead, { startTime: fromNow(-1), endTime: fromNow(1) })
  expect(await evaluateWatches({ db: database.db, now })).toBe(0)
  await postNow(await listing(2, 11_000_000n))
  await evaluateWatches({ db: database.db, now })
  expect(await told()).toEqual([{ kind: 'listed', positionId: 2, price: 11_000_000n }])
})

test('whoever watches all they own is told of an offer on any of it', async () => {
  await setWatch(asWatcher(), { positionId: null, ...noRules, below: null, offered: true })
  await postNow(await listing(4, 20_000_000n), { kind: 'item_offer', offerer: addressOf('bidder') })
  await postNow(await listing(3, 20_000_000n), { kind: 'item_offer', offerer: addressOf('bidder') })
  await evaluateWatches({ db: database.db, now })
  expect(await told()).toEqual([{ kind: 'offer', positionId: 4, price: 20_000_000n }])
})

test('a sale that a reorganisation moves to another block is the same sale', async () => {
  const { db } = database
  await setWatch(asWatcher(), { positionId: 3, ...noRules, below: null, sold: true })
  const hash = (text: string) => keccak256(stringToHex(text))
  const block = (number: number) => ({
    number,
    hash: hash(`b${number}`),
    parentHash: hash('p'),
    time: new Date(),
    eventful: true,
  })
  const sale = (blockNumber: number) => ({
    blockNumber,
    logIndex: 1,
    positionId: 3,
    transactionHash: hash('sale'),
    time: new Date(),
    orderHash: hash('o'),
    seller: addressOf('owner 3'),
    buyer: addressOf('buyer'),
    price: 42_000_000n,
    fee: 0n,
    network: 'relay',
  })
  await db.insert(blocks).values(block(2))
  await db.insert(sales).values(sale(2))
  expect(await evaluateWatches({ db, now })).toBe(1)
  await db.delete(blocks).where(eq(blocks.number, 2))
  await db.insert(blocks).values(block(3))
  await db.insert(sales).values(sale(3))
  expect(await evaluateWatches({ db, now })).toBe(0)
  expect(await told()).toEqual([{ kind: 'sold', positionId: 3, price: 42_000_000n }])
})

test('a device that stops is told once a silence, and one that never reported is not silent', async () => {
  const { db } = database
  const [one] = await db.select({ deviceId: positions.deviceId }).from(positions).where(eq(positions.id, 1))
  const report = (hoursAgo: number) => ({
    deviceId: one?.deviceId ?? '0x',
    at: new Date(Math.floor((Date.now() - hoursAgo * 3_600_000) / 3_600_000) * 3_600_000),
    uptime: 3600,
    work: 1n,
    state: 0,
    signature: '0x',
  })
  await setWatch(asWatcher(), { positionId: 1, ...noRules, below: null, silent: true })
  await setWatch(asWatcher(), { positionId: 2, ...noRules, below: null, silent: true })
  await db.insert(heartbeats).values([report(30), report(29)])
  expect(await evaluateWatches({ db, now })).toBe(1)
  expect(await evaluateWatches({ db, now })).toBe(0)
  // it comes back, and is not silent; it stops again, and that is another silence
  await db.insert(heartbeats).values(report(1))
  expect(await evaluateWatches({ db, now })).toBe(0)
  expect(await evaluateWatches({ db, now: () => fromNow(6) })).toBe(1)
  expect((await told()).map(({ kind }) => kind)).toEqual(['silent', 'silent'])
})

test('a watch is read back as it was set, changed, and ended by asking for nothing', async () => {
  const rules = { ...noRules, below: 5n, sold: true }
  await setWatch(asWatcher(), { positionId: 1, ...rules })
  await setWatch(asWatcher(), { positionId: 1, ...rules, silent: true })
  expect(await watchOf(asWatcher(), { positionId: 1 })).toEqual({ ...rules, silent: true })
  expect(await watchOf(asWatcher(), { positionId: 2 })).toBeNull()
  await setWatch(asWatcher(), { positionId: 1, ...noRules, below: null })
  expect(await watchOf(asWatcher(), { positionId: 1 })).toBeNull()
})

test('a watch on nothing, and a price on all one’s own, are refused', async () => {
  const { positionId: _, ...rest } = { positionId: 0, ...firstRules, below: null }
  await expect(setWatch(asWatcher(), { positionId: 99, ...rest })).rejects.toMatchObject({
    name: 'NotFoundError',
  })
  await expect(setWatch(asWatcher(), { positionId: null, ...rest, below: 5n })).rejects.toMatchObject({
    name: 'InvalidInputError',
  })
})

test('reading marks one’s own notifications, up to the last one seen', async () => {
  const { db } = database
  const row = (account: Hex, eventKey: string) => ({
    account,
    kind: 'listed',
    positionId: 1,
    eventKey,
    at: new Date(),
  })
  const [first] = await db.insert(notifications).values(row(watcher, 'a')).returning()
  await db.insert(notifications).values([row(watcher, 'b'), row(addressOf('other'), 'a')])
  await markRead(asWatcher(), { seq: first?.seq ?? 0 })
  const unread = await db
    .select({ key: notifications.eventKey, account: notifications.account })
    .from(notifications)
    .where(sql`read_at is null`)
  expect(unread.sort((a, b) => a.key.localeCompare(b.key))).toEqual([
    { key: 'a', account: addressOf('other') },
    { key: 'b', account: watcher },
  ])
})

test('what is watched and what came of it is read back, with its price now and an undone sale marked', async () => {
  const { db } = database
  await setWatch(asWatcher(), { positionId: 1, ...noRules, below: 60_000_000n })
  await setWatch(asWatcher(), { positionId: null, ...noRules, below: null, silent: true })
  await listing(1, 55_000_000n)
  await evaluateWatches({ db, now })
  await db.insert(notifications).values({
    account: watcher,
    kind: 'sold',
    positionId: 2,
    eventKey: 'gone',
    at: new Date(),
    price: 1n,
    transactionHash: keccak256(stringToHex('in no block')),
  })
  const deployment = { chainId: 31_337 } as ServerContext['deployment']
  const page = await readWatching(watcher, { db, now, deployment })
  expect(page.notifications.map(({ kind, isUndone, isRead }) => ({ kind, isUndone, isRead }))).toEqual([
    { kind: 'sold', isUndone: true, isRead: false },
    { kind: 'price', isUndone: false, isRead: false },
  ])
  expect(page).toMatchObject({
    unread: 2,
    own: { ...noRules, silent: true },
    watched: [{ positionId: 1, rules: { below: 60_000_000n }, listing: { price: 55_000_000n } }],
    webhooks: [],
    isLocal: true,
  })
  expect(await readUnread(watcher, { db })).toBe(2)
})

test('positions a URL names are read as they stand; what is none is passed over', async () => {
  expect(parsePositionIds('3,1,x,-1,0,3,1e9,99999999999999999')).toEqual([3, 1])
  for (const given of [undefined, '', ['1'], 'all']) expect(parsePositionIds(given)).toEqual([])
  const rows = await readPositionsWatched([3, 99, 1], { db: database.db, now })
  expect(rows.map(({ positionId }) => positionId)).toEqual([3, 1])
})

test('a supply squeeze is told once an account and squeeze, and anew when it comes back', async () => {
  const { db } = database
  const counted = (hour: number, since: Date | null) => ({
    network: 'relay',
    at: new Date(Date.UTC(2026, 0, 1, hour)),
    supply: 4,
    listed: 1,
    bidders: 1,
    sales: 3,
    watchers: 0,
    pressure: 4,
    isSqueezed: since !== null,
    since,
    computedAt: new Date(),
  })
  await setWatch(asWatcher(), { positionId: 1, ...noRules, below: null, squeeze: true })
  await setWatch(asWatcher(), { positionId: 2, ...noRules, below: null, squeeze: true })
  await setWatch(asWatcher(), { positionId: 3, ...noRules, below: null, sold: true })
  const began = new Date(Date.UTC(2026, 0, 1, 0, 20))
  await db.insert(supplySqueezes).values(counted(0, began))
  expect(await evaluateWatches({ db, now })).toBe(1)
  await db.insert(supplySqueezes).values(counted(1, began))
  expect(await evaluateWatches({ db, now })).toBe(0)
  await db.insert(supplySqueezes).values(counted(2, null))
  expect(await evaluateWatches({ db, now })).toBe(0)
  await db.insert(supplySqueezes).values(counted(3, new Date(Date.UTC(2026, 0, 1, 3))))
  expect(await evaluateWatches({ db, now })).toBe(1)
  expect((await told()).map(({ kind, positionId }) => [kind, positionId])).toEqual([
    ['squeeze', 1],
    ['squeeze', 1],
  ])
})
