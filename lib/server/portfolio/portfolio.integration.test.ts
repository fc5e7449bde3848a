import { parse } from 'csv-parse/sync'
import { eq } from 'drizzle-orm'
import { type Hex, keccak256, stringToHex } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { blocks, ledger, positions, sales } from '@/db/schema'
import { createTestDatabase, type TestDatabase } from '@/test/database'
import { addressOf, insertCase, insertChain } from '@/test/insert-market'
import { portfolioCsv } from './portfolio-csv'
import { readPortfolio } from './read-portfolio'

let database: TestDatabase
const hash = (text: string) => keccak256(stringToHex(text))
const me = addressOf('me')
const other = addressOf('other')
const now = () => new Date('2024-06-02T00:00:00Z')
let block = 1

beforeAll(async () => {
  database = await createTestDatabase()
  const { db } = database
  await insertChain(db)
  // registered by me, and kept; bought by me, and kept; bought and sold by me; sent to me and sent on
  await insertCase(db, { id: 1, owner: 'me', p50: 10_000n })
  for (const id of [2, 3, 4, 5]) await insertCase(db, { id, owner: 'other', p50: 20_000n })
  await move(2, other, me, { price: 150_000_001n, fee: 1_500_000n })
  await move(3, other, me, { price: 90_000_000n, fee: 900_000n })
  await move(3, me, other, { price: 100_000_000n, fee: 1_000_000n })
  await move(4, other, me)
  await move(4, me, other)
})
afterAll(() => database.close())

/** A block in which a position changes hands, by a sale where there is a price. */
async function move(positionId: number, from: Hex, to: Hex, sale?: { price: bigint; fee: bigint }) {
  const { db } = database
  const number = ++block
  const time = new Date(Date.UTC(2024, 5, 1, 12, number))
  const transactionHash = hash(`transaction ${number}`)
  await db.insert(blocks).values({
    number,
    hash: hash(`block ${number}`),
    parentHash: hash(`block ${number - 1}`),
    time,
    eventful: true,
  })
  const line = { blockNumber: number, transactionHash, time, positionId, data: {} }
  await db
    .insert(ledger)
    .values({ ...line, logIndex: 1, kind: 'transferred', account: from, counterparty: to })
  await db.update(positions).set({ owner: to }).where(eq(positions.id, positionId))
  if (!sale) return
  await db.insert(ledger).values({
    ...line,
    logIndex: 0,
    kind: 'order_filled',
    account: from,
    counterparty: to,
    orderHash: hash('order'),
    price: sale.price,
  })
  await db.insert(sales).values({
    ...line,
    ...sale,
    logIndex: 0,
    orderHash: hash('order'),
    seller: from,
    buyer: to,
    network: 'relay',
  })
}

test('what is held, what was paid and what it is worth come from the record, exact', async () => {
  const { held, ended, totals } = await readPortfolio(me, { db: database.db, now })
  const figures = held.map(({ positionId, acquired, cost, worth, unrealised }) => ({
    positionId,
    how: acquired.kind,
    cost,
    worth,
    unrealised,
  }))
  expect(figures.sort((a, b) => a.positionId - b.positionId)).toEqual([
    { positionId: 1, how: 'minted', cost: undefined, worth: 100_000_000n, unrealised: undefined },
    { positionId: 2, how: 'bought', cost: 150_000_001n, worth: 200_000_000n, unrealised: 49_999_999n },
  ])
  expect(ended.map(({ positionId, disposed, realised }) => [positionId, disposed.kind, realised])).toEqual([
    [4, 'sent', undefined],
    [3, 'sold', 9_000_000n],
  ])
  expect(totals.cost).toEqual({ sum: 150_000_001n, counted: 1, unknown: 1 })
  expect(totals.worth).toEqual({ sum: 300_000_000n, counted: 2, unknown: 0 })
  expect(totals.realised).toEqual({ sum: 9_000_000n, counted: 1, unknown: 0 })
})

test('the other side of every sale has its own portfolio, and they agree', async () => {
  const { held, ended } = await readPortfolio(other, { db: database.db, now })
  expect(held.map(({ positionId }) => positionId).sort()).toEqual([3, 4, 5])
  expect(held.find(({ positionId }) => positionId === 3)).toMatchObject({ cost: 100_000_000n })
  // it registered what it sold first: proceeds are known, what the device cost is not
  expect(ended.find(({ positionId }) => positionId === 2)).toMatchObject({
    proceeds: 148_500_001n,
    realised: undefined,
  })
})

test('the file has every holding, and a reader of CSV reads it', async () => {
  const text = portfolioCsv(await readPortfolio(me, { db: database.db, now }))
  const rows = parse(text, { columns: true }) as Record<string, string>[]
  expect(rows).toHaveLength(4)
  expect(rows.find(({ position }) => position === '2')).toMatchObject({
    status: 'held',
    paid_usd: '150.000001',
    worth_usd: '200',
    unrealised_usd: '49.999999',
  })
  expect(rows.find(({ position }) => position === '1')).toMatchObject({ paid_usd: '', unrealised_usd: '' })
  expect(rows.find(({ position }) => position === '3')).toMatchObject({
    status: 'sold',
    proceeds_usd: '99',
    realised_usd: '9',
  })
})

test('an account nobody has seen holds nothing', async () => {
  const { held, ended, totals } = await readPortfolio(addressOf('nobody'), { db: database.db, now })
  expect([held, ended, totals.worth]).toEqual([[], [], { sum: 0n, counted: 0, unknown: 0 }])
})
