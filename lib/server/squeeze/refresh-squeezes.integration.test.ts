import { eq } from 'drizzle-orm'
import { keccak256, stringToHex } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { blocks, orderStates, orders, saleMarks, sales, supplySqueezes, watches } from '@/db/schema'
import { createTestDatabase, type TestDatabase } from '@/test/database'
import { addressOf, insertCase, insertChain, NOW } from '@/test/insert-market'
import { refreshSqueezes } from './refresh-squeezes'

let database: TestDatabase
const hash = (text: string) => keccak256(stringToHex(text))
const now = () => NOW
const latest = async (network: string) =>
  (await database.db.select().from(supplySqueezes).where(eq(supplySqueezes.network, network))).at(-1)

beforeAll(async () => {
  database = await createTestDatabase()
  const { db } = database
  await insertChain(db)
  await insertCase(db, { id: 1, owner: 'seller', price: 80_000_000n })
  for (const id of [2, 3, 4, 5]) await insertCase(db, { id, owner: `owner ${id}` })
  const block = { number: 20, hash: hash('20'), parentHash: hash('19'), time: now(), eventful: true }
  await db.insert(blocks).values(block)
  await db.insert(sales).values(
    [2, 3, 4, 5].map((positionId, logIndex) => ({
      blockNumber: 20,
      logIndex,
      positionId,
      transactionHash: hash(`t${positionId}`),
      time: now(),
      orderHash: hash(`o${positionId}`),
      seller: addressOf('s'),
      buyer: addressOf(`owner ${positionId}`),
      price: 80_000_000n,
      fee: 0n,
      network: 'relay',
    })),
  )
})
afterAll(() => database.close())

test('one listed and four sold in a month is a squeeze, which keeps the moment it began', async () => {
  expect(await refreshSqueezes({ db: database.db, now })).toEqual(['relay'])
  const first = await latest('relay')
  expect(first).toMatchObject({ supply: 5, listed: 1, bidders: 0, sales: 4, watchers: 0, pressure: 4 })
  expect(await refreshSqueezes({ db: database.db, now: () => new Date(NOW.getTime() + 3_600_000) })).toEqual([
    'relay',
  ])
  const rows = await database.db.select().from(supplySqueezes).where(eq(supplySqueezes.network, 'relay'))
  expect(rows).toHaveLength(2)
  expect(rows.map(({ since }) => since)).toEqual([first?.since, first?.since])
  expect(await latest('dimo')).toMatchObject({ listed: 0, pressure: null, isSqueezed: false, since: null })
})

test('sales left out of prices are no demand; whoever watches is a quarter of a buyer', async () => {
  const { db } = database
  await db.insert(saleMarks).values(
    [0, 1, 2].map((logIndex) => ({
      blockNumber: 20,
      logIndex,
      positionId: 2 + logIndex,
      test: 'self-fill' as const,
      mark: { test: 'self-fill' as const, account: addressOf('s') },
      foundAt: now(),
    })),
  )
  await db.insert(watches).values({
    account: addressOf('watcher'),
    positionId: 1,
    listed: true,
    sold: false,
    silent: false,
    offered: false,
    sinceBlock: 0,
  })
  expect(await refreshSqueezes({ db, now: () => new Date(NOW.getTime() + 7_200_000) })).toEqual([])
  expect(await latest('relay')).toMatchObject({ sales: 1, watchers: 1, pressure: 1.25, since: null })
})

test('an offer of a cent makes no bidder, one of the median of the value does, whose account no longer only watches', async () => {
  const { db } = database
  await insertCase(db, { id: 6, owner: 'owner 6', p50: 5_000n })
  const offer = (who: string, price: bigint) => ({
    hash: hash(`offer ${who}`),
    kind: 'item_offer' as const,
    offerer: addressOf(who),
    positionId: 6,
    price,
    fee: 0n,
    startTime: new Date(NOW.getTime() - 3_600_000),
    endTime: new Date(NOW.getTime() + 86_400_000),
    counter: 0n,
    zone: addressOf('zone'),
    zoneHash: hash('state 6'),
    bound: true,
    signature: '0x' as const,
    components: {},
    signedState: {},
    createdAt: NOW,
  })
  const made = [offer('cent', 10_000n), offer('nearly', 49_990_000n), offer('watcher', 50_000_000n)]
  await db.insert(orders).values(made)
  await db
    .insert(orderStates)
    .values(made.map((order) => ({ orderHash: order.hash, status: 'open' as const, checkedBlock: 1 })))
  await refreshSqueezes({ db, now: () => new Date(NOW.getTime() + 10_800_000) })
  expect(await latest('relay')).toMatchObject({ bidders: 1, watchers: 0 })
})
