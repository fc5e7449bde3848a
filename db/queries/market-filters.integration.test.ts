import { eq, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { cellToParent, latLngToCell } from 'h3-js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { h3Regions, heartbeatDays, networks, orderStates, orders, positions } from '@/db/schema'
import { formatCursor } from '@/lib/core/cursor'
import { marketSorts, parseMarketQuery } from '@/lib/market/market-query'
import { marketChangesQuery, readMarketChanges } from '@/lib/server/market/read-market-changes'
import { refreshListings, refreshUptime } from '@/lib/server/market/refresh-market'
import { searchEverything, searchQuery } from '@/lib/server/search/search-everything'
import { createTestDatabase, type TestDatabase } from '@/test/database'
import { addressOf, daysFromNow, insertCase, insertChain, insertListing, NOW } from '@/test/insert-market'
import { marketCounts, marketRows } from './market'

const USD = 1_000_000n
/** A place in Lisbon and one in Nairobi, and the parents of resolution 2 they lie in. */
const LISBON = '85393363fffffff'
const NAIROBI = '857a6e43fffffff'
let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
  const { db } = database
  await insertChain(db)
  await db.insert(h3Regions).values([
    { cell: '823937fffffffff', region: 'europe' },
    { cell: '827a6ffffffffff', region: 'africa' },
  ])
  await insertCase(db, { id: 1, p50: 10_000n, net: 5, price: 80n * USD, name: 'Café relay' })
  await insertCase(db, { id: 2, p50: 10_000n, net: -1, price: 100n * USD })
  await insertCase(db, { id: 3, p50: 10_000n, price: 125n * USD, network: 'dimo', cell: LISBON })
  await insertCase(db, { id: 4, p50: 0n, net: 10, price: 80n * USD, network: 'dimo', cell: NAIROBI })
  await insertCase(db, { id: 5, net: 2, network: 'dimo', model: 'dimo-macaron' })
  await insertCase(db, { id: 6, price: 80n * USD })
  const today = new Date()
  const day = (ago: number) => new Date(today.getTime() - ago * 86_400_000).toISOString().slice(0, 10)
  const device = async (id: number) =>
    (await db.select({ device: positions.deviceId }).from(positions).where(eq(positions.id, id)))[0]!.device
  // 1: three complete days after its first, one of them silent; 2: never silent; the others never heard of
  for (const [id, ago] of [
    [1, 4],
    [1, 3],
    [1, 1],
    [2, 3],
    [2, 2],
    [2, 1],
  ] as const)
    await db.insert(heartbeatDays).values({
      deviceId: await device(id),
      day: day(ago),
      reports: 24,
      uptimeSeconds: 86_400,
      work: 1n,
    })
  await refreshUptime(db)
})
afterAll(() => database?.close())

const view = (search: string) => parseMarketQuery(Object.fromEntries(new URLSearchParams(search))).query
const ids = async (search: string) =>
  (await marketRows(database.db, view(search), NOW)).rows.map((row) => row.positionId)
const sorted = async (search: string) => (await ids(search)).sort((a, b) => a - b)

describe('every filter', () => {
  test.each([
    ['network=dimo', [3, 4]],
    ['category=bandwidth', [1, 2, 6]],
    ['region=europe', [3]],
    ['region=africa&show=all', [4]],
    ['region=asia', []],
    ['min=100', [2, 3]],
    ['max=80', [1, 4, 6]],
    ['gap=20', [1]],
    ['gap=0', [1, 2]],
    ['gap=-25', [1, 2, 3]],
    ['yield=75', [1, 4]],
    ['yield=0', [1, 4]],
    ['days=244', [4]],
    ['days=487', [1, 4]],
    ['uptime=100', [2]],
    ['uptime=66', [1, 2]],
    ['uptime=0', [1, 2]],
    ['show=unlisted', [5]],
    ['show=all', [1, 2, 3, 4, 5, 6]],
    ['q=cafe', [1]],
    ['q=CAFÉ', [1]],
    ['q=bandwidth', [1, 2, 6]],
    ['q=mobility+europe', [3]],
    ['q=macaron&show=all', [5]],
    [`q=${NAIROBI}`, [4]],
    ['q=%236', [6]],
    ['q=dimo&max=80', [4]],
  ])('%s', async (search, expected) => {
    expect(await sorted(search)).toEqual(expected)
    expect((await marketCounts(database.db, view(search), NOW)).total).toBe(expected.length)
  })
})

describe('every order, what has no key last, equals by number', () => {
  test.each([
    ['gap-asc', [1, 2, 3, 4, 5, 6]],
    ['gap-desc', [3, 2, 1, 6, 5, 4]],
    ['price-asc', [1, 4, 6, 2, 3, 5]],
    ['price-desc', [3, 2, 6, 4, 1, 5]],
    ['value-asc', [4, 1, 2, 3, 5, 6]],
    ['value-desc', [3, 2, 1, 4, 6, 5]],
    ['yield-asc', [1, 4, 2, 3, 5, 6]],
    ['yield-desc', [4, 1, 6, 5, 3, 2]],
    ['days-asc', [4, 1, 2, 3, 5, 6]],
    ['days-desc', [1, 4, 6, 5, 3, 2]],
    ['uptime-asc', [1, 2, 3, 4, 5, 6]],
    ['uptime-desc', [2, 1, 6, 5, 4, 3]],
    ['position-desc', [6, 5, 4, 3, 2, 1]],
  ])('%s', async (sort, expected) => {
    expect(await ids(`show=all&sort=${sort}`)).toEqual(expected)
  })

  test('uptime that is not known is not nothing', async () => {
    const { rows } = await marketRows(database.db, view('show=all&sort=position-asc'), NOW)
    expect(rows.map(({ uptime }) => uptime)).toEqual([
      expect.closeTo(2 / 3, 9),
      1,
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })
})

describe('the read model follows what it is made of', () => {
  const listed = async (id: number, now = NOW) =>
    (await marketRows(database.db, view(`q=%23${id}&show=all`), now)).rows.find(
      (row) => row.positionId === id,
    )?.listing?.price

  test('an order’s standing, at once', async () => {
    const { db } = database
    await insertCase(db, { id: 20, p50: 100n })
    expect(await listed(20)).toBeUndefined()
    const dear = await insertListing(db, { id: 20, price: 9n * USD })
    const cheap = await insertListing(db, { id: 20, price: 7n * USD })
    expect(await listed(20)).toBe(7n * USD)
    await db.update(orderStates).set({ status: 'filled' }).where(eq(orderStates.orderHash, cheap))
    expect(await listed(20)).toBe(9n * USD)
    await db.delete(orders).where(eq(orders.hash, dear))
    expect(await listed(20)).toBeUndefined()
    await db.delete(positions).where(eq(positions.id, 20))
    expect(await ids('q=%2320&show=all')).toEqual([])
  })

  test('a name of the network', async () => {
    await database.db.update(networks).set({ name: 'Relay of tests' }).where(eq(networks.slug, 'relay'))
    expect(await sorted('q=of+tests')).toEqual([1, 2, 6])
  })

  test('a listing counts from its start until its end, whenever the row was last refreshed', async () => {
    const { db } = database
    const soon = (days: number) => new Date(Date.now() + days * 86_400_000)
    await insertCase(db, { id: 21 })
    await insertListing(db, { id: 21, price: 5n * USD, startTime: soon(1), endTime: soon(2) })
    await insertListing(db, { id: 21, price: 6n * USD, startTime: soon(-1), endTime: soon(3) })
    expect(await listed(21, soon(0))).toBe(6n * USD)
    expect(await listed(21, soon(1.5))).toBe(5n * USD)
    expect(await listed(21, soon(2.5))).toBe(6n * USD)
    expect(await listed(21, soon(4))).toBeUndefined()
    expect(await listed(21, soon(-2))).toBeUndefined()
    await db.delete(positions).where(eq(positions.id, 21))
  })

  test('the job brings rows whose window has passed up to date, once', async () => {
    const { db } = database
    await db.execute(
      sql`update position_market set until = now() - interval '1 hour', since = '-infinity' where position_id = 1`,
    )
    expect(await refreshListings(db)).toBe(1)
    expect(await refreshListings(db)).toBe(0)
    expect(await refreshUptime(db)).toBe(0)
  })

  test('two who post for one position at once leave the cheaper one standing', async () => {
    const { db } = database
    await insertCase(db, { id: 22 })
    await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        db.transaction((tx) =>
          insertListing(tx as unknown as typeof db, { id: 22, price: BigInt(20 - index) * USD }),
        ),
      ),
    )
    expect(await listed(22)).toBe(13n * USD)
    await db.delete(positions).where(eq(positions.id, 22))
  })
})

test('a page that is looked at hears what became of its rows and what came', async () => {
  const { db } = database
  const server = { db, now: () => new Date() }
  for (const id of [30, 31, 32, 33]) await insertCase(db, { id, p50: 100n })
  const ends = { startTime: new Date(Date.now() - 1e6), endTime: new Date(Date.now() + 1e9) }
  const [sold, gone, same] = [
    await insertListing(db, { id: 30, price: 3n * USD, ...ends }),
    await insertListing(db, { id: 31, price: 3n * USD, ...ends }),
    await insertListing(db, { id: 32, price: 3n * USD, ...ends }),
  ]
  await db.update(orderStates).set({ status: 'filled' }).where(eq(orderStates.orderHash, sold))
  await db.update(orderStates).set({ status: 'cancelled' }).where(eq(orderStates.orderHash, gone))
  await insertListing(db, { id: 33, price: 3n * USD, ...ends })
  const ask = (view: Record<string, string>) =>
    readMarketChanges(
      server,
      marketChangesQuery.parse({
        shown: `30.${sold},31.${gone},32.${same},999.`,
        others: '33,998',
        since: daysFromNow(-20).toISOString(),
        ...view,
      }),
    )
  expect(await ask({})).toEqual({
    shown: [
      { id: 30, standing: 'sold' },
      { id: 31, standing: 'withdrawn' },
    ],
    fresh: [33],
  })
  expect((await ask({ network: 'dimo' })).fresh).toEqual([])
  await db.delete(positions).where(sql`id >= 30`)
})

test('nothing in a URL makes reading fail (seed 20241121)', async () => {
  const name = fc.constantFrom(
    'q',
    'network',
    'category',
    'region',
    'min',
    'max',
    'gap',
    'yield',
    'days',
    'uptime',
    'show',
    'all',
    'view',
    'sort',
    'after',
    'before',
  )
  const value = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      'relay',
      'dimo',
      'europe',
      'mobility',
      'all',
      'unlisted',
      'cards',
      "'; drop table orders --",
      '%',
      '\\',
      '\u0000',
      'Infinity~1',
      '-Infinity~1',
      '1e5~1',
      '9'.repeat(80),
    ),
    fc
      .tuple(fc.constantFrom(...Object.keys(marketSorts)), fc.constantFrom('asc', 'desc', 'x'))
      .map((pair) => pair.join('-')),
    fc.tuple(fc.double().map(String), fc.nat().map(String)).map(([key, id]) => formatCursor({ key, id })),
    fc.double().map(String),
    fc.array(fc.string(), { maxLength: 2 }),
  )
  await fc.assert(
    fc.asyncProperty(fc.dictionary(name, value), async (params) => {
      const { query } = parseMarketQuery(params)
      const [page, counts] = await Promise.all([
        marketRows(database.db, query, NOW),
        marketCounts(database.db, query, NOW),
      ])
      expect(page.rows.length).toBeLessThanOrEqual(counts.total)
    }),
    { seed: 20_241_121, numRuns: 150 },
  )
})

test('the database finds a cell’s parent of resolution 2 as H3 does (seed 20241123)', async () => {
  const place = fc.tuple(
    fc.double({ min: -90, max: 90, noNaN: true }),
    fc.double({ min: -180, max: 180, noNaN: true }),
    fc.integer({ min: 2, max: 15 }),
  )
  const places = fc.sample(place, { seed: 20_241_123, numRuns: 500 })
  const cells = places.map(([latitude, longitude, resolution]) =>
    latLngToCell(latitude, longitude, resolution),
  )
  const { rows } = await database.db.$client.query(
    'select cell, h3_parent2(cell) as parent from unnest($1::text[]) as cell',
    [cells],
  )
  expect(rows.map(({ parent }) => parent)).toEqual(cells.map((cell) => cellToParent(cell, 2)))
})

describe('search from anywhere', () => {
  const find = async (q: string) =>
    (await searchEverything({ db: database.db, now: () => NOW }, searchQuery.parse({ q }))).results
  const at = async (q: string) => (await find(q)).map(({ href }) => href)

  test('a number leads to its position first', async () => {
    expect((await at('#4'))[0]).toBe('/positions/4')
    expect((await at('4'))[0]).toBe('/positions/4')
  })
  test('networks by name, token or category; positions by words without accents', async () => {
    expect(await at('dimo')).toContain('/networks/dimo')
    expect(await at('mobility')).toContain('/networks/dimo')
    expect(await at('cafe rel')).toEqual(['/positions/1'])
  })
  test('addresses and transactions lead to their pages', async () => {
    const owner = addressOf('owner 1')
    expect(await at(owner.toUpperCase().replace('0X', '0x'))).toEqual([`/address/${owner}`])
    const hash = `0x${'ab'.repeat(32)}`
    expect(await find(hash)).toMatchObject([{ href: `/tx/${hash}`, detail: 'not on record here' }])
  })
  test('signs of the pattern language are letters like others', async () => {
    expect(await at('%')).toEqual([])
    expect(await at('_')).toEqual([])
  })
  test('any words are answered (seed 20241122)', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), async (q) => {
        const asked = searchQuery.safeParse({ q })
        if (asked.success)
          expect(
            (await searchEverything({ db: database.db, now: () => NOW }, asked.data)).results.length,
          ).toBeLessThan(20)
      }),
      { seed: 20_241_122, numRuns: 100 },
    )
  })
})
