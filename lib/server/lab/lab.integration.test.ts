import { type Hex, keccak256, stringToHex } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { blocks, orderStates, orders } from '@/db/schema'
import { seedData } from '@/scripts/seed/data'
import { createTestDatabase, type TestDatabase } from '@/test/database'
import { addressOf, daysFromNow, insertCase, NOW } from '@/test/insert-market'
import { flywheelCsv, flywheelJson } from './flywheel-csv'
import { readAuctionBook } from './read-auction-book'
import { readChoiceNetworks } from './read-choice-networks'
import { readHonestyFigures } from './read-honesty-figures'

const hashOf = (text: string): Hex => keccak256(stringToHex(text))
let database: TestDatabase
let server: { db: TestDatabase['db']; now: () => Date }

beforeAll(async () => {
  database = await createTestDatabase()
  const { db } = database
  server = { db, now: () => NOW }
  await seedData(db)
  await db
    .insert(blocks)
    .values({ number: 1, hash: hashOf('1'), parentHash: hashOf('0'), time: daysFromNow(-9), eventful: true })
  await insertCase(db, { id: 1, network: 'dimo', price: 90_000_000n, p50: 10_000n })
  await insertCase(db, { id: 2, network: 'dimo', price: 70_505_000n })
  await insertCase(db, { id: 3, network: 'relay', price: 120_000_000n })
  const hash = hashOf('bid')
  await db.insert(orders).values({
    hash,
    kind: 'item_offer',
    offerer: addressOf('bidder'),
    positionId: 1,
    price: 80_000_000n,
    fee: 800_000n,
    startTime: daysFromNow(-1),
    endTime: daysFromNow(5),
    counter: 0n,
    zone: addressOf('zone'),
    zoneHash: hash,
    bound: true,
    signature: '0x',
    components: {},
    signedState: {},
  })
  await db.insert(orderStates).values({ orderHash: hash, status: 'open', checkedBlock: 1 })
}, 60_000)
afterAll(() => database?.close())

test('an auction begins with the orders of a network that can be filled, and of the fullest where none is named', async () => {
  const book = await readAuctionBook(undefined, server)
  expect(book?.network.slug).toBe('dimo')
  expect(book?.asks.map(({ positionId, priceCents }) => [positionId, priceCents])).toEqual([
    [2, 7_050],
    [1, 9_000],
  ])
  expect(book?.bids.map(({ positionId, priceCents }) => [positionId, priceCents])).toEqual([[1, 8_000]])
  expect(book?.asks[1]?.value).toEqual({ value: 10_000n, p5: 5_000n, p50: 10_000n, p95: 20_000n })
  expect((await readAuctionBook('relay', server))?.asks).toHaveLength(1)
  expect((await readAuctionBook('nowhere', server))?.network.slug).toBe('dimo')
})

test('operators choose among the networks of a category, at costs that are published or said to be assumed', async () => {
  const categories = await readChoiceNetworks(server)
  expect(categories.map(({ category }) => category)).toEqual(['bandwidth', 'compute', 'storage', 'wireless'])
  const bandwidth = categories[0]!.networks
  const relay = bandwidth.find(({ slug }) => slug === 'relay')
  expect(relay).toMatchObject({ isCostKnown: true, month: '2023-06', nodes: 21_424 })
  expect(relay!.runningCostUsd).toBeGreaterThan(1)
  expect(bandwidth.find(({ slug }) => slug === 'nym')).toMatchObject({
    isCostKnown: false,
    runningCostUsd: 20,
  })
})

test('a bond is asked for on a month’s reward of one device, and on nothing where there is none', async () => {
  const nym = await readHonestyFigures({ network: 'nym' }, server)
  expect(nym).toMatchObject({ name: 'Nym', href: '/networks/nym', month: '2024-06' })
  expect(nym!.rewardUsd).toBeCloseTo(240_501 / 700, 6)
  expect(await readHonestyFigures({ position: 1 }, server)).toMatchObject({ href: '/positions/1' })
  expect(await readHonestyFigures({ position: 99 }, server)).toBeUndefined()
  expect(await readHonestyFigures({ network: 'nowhere' }, server)).toBeUndefined()
  expect(await readHonestyFigures({}, server)).toBeUndefined()
})

test('the flywheel’s JSON has the rows of its CSV', async () => {
  const csv = await (await flywheelCsv(server)).text()
  const { source, data } = (await (await flywheelJson(server)).json()) as { source: string; data: object[] }
  expect(source).toContain('1kx-network')
  expect(data).toHaveLength(csv.trim().split('\r\n').length - 1)
  expect(data[0]).toHaveProperty('phase')
})
