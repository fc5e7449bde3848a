import { parse } from 'csv-parse/sync'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { heartbeats, ledger, networkMonths, orders, positions } from '@/db/schema'
import { createTestDatabase, type TestDatabase } from '@/test/database'
import { addressOf, daysFromNow, insertCase, insertChain, insertListing, NOW } from '@/test/insert-market'
import { ensurePartitions } from '../heartbeats/ensure-partition'
import { devicesCsv, earningsCsv } from './operate-csv'
import { parsePageNumber, readOperate } from './read-operate'

let database: TestDatabase
const me = addressOf('me')
const now = () => NOW
const server = () => ({ db: database.db, now })

beforeAll(async () => {
  database = await createTestDatabase()
  const { db } = database
  await insertChain(db)
  await ensurePartitions(db, daysFromNow(-31))
  await ensurePartitions(db, NOW)
  for (const id of [1, 2, 3]) await insertCase(db, { id, owner: 'me', p50: 10_000n })
  await insertCase(db, { id: 4, owner: 'other' })
  // registered by me, sold on
  await db
    .update(positions)
    .set({ owner: addressOf('other') })
    .where(eq(positions.id, 3))
  await db.insert(ledger).values({
    blockNumber: 1,
    logIndex: 90,
    transactionHash: `0x${'9'.repeat(64)}`,
    time: daysFromNow(-4),
    kind: 'transferred',
    positionId: 3,
    account: me,
    counterparty: addressOf('other'),
    data: {},
  })
  // a node of the relay network earns 2,592 dollars in a June, a thousandth of a dollar a second
  await db.insert(networkMonths).values({
    network: 'relay',
    month: '2023-06-01',
    rewardsUsd: '5184',
    activeNodes: 2,
    source: 'test',
  })
  const devices = await db.select({ id: positions.id, deviceId: positions.deviceId }).from(positions)
  const deviceOf = (id: number) => devices.find((it) => it.id === id)?.deviceId ?? '0x'
  const report = (id: number, hoursAgo: number, uptime = 3_600) => ({
    deviceId: deviceOf(id),
    at: new Date(NOW.getTime() - hoursAgo * 3_600_000),
    uptime,
    work: 1n,
    state: 0,
    signature: '0x',
  })
  // 1: half of every hour of the last day; 2: whole hours, but none for two days
  await db
    .insert(heartbeats)
    .values([...Array.from({ length: 24 }, (_, i) => report(1, i + 1, 1_800)), report(2, 48), report(2, 49)])
  const offer = await insertListing(db, { id: 1, owner: 'bidder', price: 60_000_000n })
  const lower = await insertListing(db, { id: 2, owner: 'bidder', price: 50_000_000n })
  const own = await insertListing(db, { id: 2, owner: 'me', price: 55_000_000n })
  for (const hash of [offer, lower, own])
    await db.update(orders).set({ kind: 'item_offer' }).where(eq(orders.hash, hash))
})
afterAll(() => database.close())

test('devices owned and registered are there, the silent first, each with its share of the hours', async () => {
  const { devices, counts } = await readOperate(me, {}, server())
  expect(devices.map(({ positionId }) => positionId)).toEqual([2, 1, 3])
  expect(counts).toEqual({ reporting: 1, silent: 1, never: 1 })
  const [silent, reporting, sold] = devices
  expect(silent?.health).toMatchObject({ state: 'silent', last: new Date(NOW.getTime() - 47 * 3_600_000) })
  // two of the 168 hours of a week
  expect(silent?.health.uptime).toMatchObject({ day: 0, week: 2 / 168 })
  expect(reporting?.health).toMatchObject({ state: 'reporting', uptime: { day: 0.5 } })
  expect(sold).toMatchObject({ ownedBy: addressOf('other'), isRegistrant: true })
})

test('offers received are ranked by what arrives, without one’s own', async () => {
  const { offers } = await readOperate(me, {}, server())
  expect(offers.map(({ positionId, net }) => [positionId, net])).toEqual([
    [1, 59_400_000n],
    [2, 49_500_000n],
  ])
})

test('earnings are by the days one held the device, in the file to the last digit', async () => {
  const rows = parse(await earningsCsv(me, server()), { columns: true }) as Record<string, string>[]
  const of = (id: number) => rows.filter(({ position }) => position === `${id}`)
  // 86,400 seconds at a thousandth of a dollar
  expect(of(1).find(({ day }) => day === '2024-05-30')).toMatchObject({ earned_usd: '86.4' })
  // sold four days ago at noon
  expect(of(3).map(({ day }) => day)[0]).toBe('2024-05-28')
  expect(of(3)[0]).toMatchObject({ earned_usd: '43.2' })
  const { days } = await readOperate(me, {}, server())
  expect(days.find(({ day }) => day === '2024-05-30')).toEqual({
    day: '2024-05-30',
    earned: 172_800_000n,
    devices: 2,
  })
})

test('a page tells what each device earned on each of its days, adding up to the days of all', async () => {
  const { byDevice, days } = await readOperate(me, {}, server())
  expect(byDevice.map(({ positionId }) => positionId)).toEqual([1, 2, 3])
  for (const { days: own, sum } of byDevice) {
    expect(own).toHaveLength(30)
    expect(sum).toBe(own.reduce((all, earned) => all + earned, 0n))
  }
  const all = (index: number) => byDevice.reduce((sum, device) => sum + (device.days[index] ?? 0n), 0n)
  const dayOf = (index: number) =>
    new Date(NOW.getTime() - (29 - index) * 86_400_000).toISOString().slice(0, 10)
  for (let index = 0; index < 30; index++)
    expect(all(index), dayOf(index)).toBe(days.find(({ day }) => day === dayOf(index))?.earned ?? 0n)
  // 3 was sold four days ago at noon
  expect(byDevice[2]?.days.slice(-6)).toEqual([86_400_000n, 43_200_000n, 0n, 0n, 0n, 0n])
})

test('the file of devices has them all', async () => {
  const rows = parse(await devicesCsv(me, server()), { columns: true }) as Record<string, string>[]
  expect(rows.map(({ position, state }) => [position, state])).toEqual([
    ['1', 'reporting'],
    ['2', 'silent'],
    ['3', 'never'],
  ])
})

test('what is watched is for the account’s own eyes', async () => {
  expect((await readOperate(me, {}, server())).watched).toBeUndefined()
  expect((await readOperate(me, { isSignedIn: true }, server())).watched).toEqual([])
})

test('a page that is none is the first, one beyond the end the last', async () => {
  for (const given of [undefined, '', '0', '-1', 'two', '1e3', ['2']]) expect(parsePageNumber(given)).toBe(1)
  expect((await readOperate(me, { number: 99 }, server())).page).toEqual({ number: 1, of: 1, total: 3 })
})
