import { afterAll, beforeAll, expect, test } from 'vitest'
import { blocks, ledger, saleMarks, sales } from '@/db/schema'
import { parseCsv } from '@/lib/core/csv/parse-csv'
import { type LedgerQuery, ledgerHref, parseLedgerQuery } from '@/lib/market/ledger-query'
import type { WashMark } from '@/lib/market/reference-price/sale'
import { ledgerCsv } from '@/lib/server/ledger/ledger-csv'
import { createTestDatabase, type TestDatabase } from '@/test/database'
import { addressOf, daysFromNow, insertCase, insertChain } from '@/test/insert-market'
import { ledgerPage, transactionEntries } from './ledger'

const sale = `0x${'5a'.repeat(32)}` as const
let test_: TestDatabase

beforeAll(async () => {
  test_ = await createTestDatabase()
  const { db } = test_
  await insertChain(db)
  await insertCase(db, { id: 1, owner: 'seller', price: 80_000_000n, status: 'filled' })
  await insertCase(db, { id: 2, network: 'dimo' })
  const time = daysFromNow(-0.5)
  const hash = `0x${'b2'.repeat(32)}` as const
  await db.insert(blocks).values({ number: 12, hash, parentHash: hash, time, eventful: true })
  const own = { blockNumber: 12, transactionHash: sale, time, positionId: 1 }
  const parties = { account: addressOf('seller'), counterparty: addressOf('buyer') }
  await db.insert(ledger).values([
    { ...own, ...parties, logIndex: 10, kind: 'order_filled', price: 80_000_000n, data: { fee: '800000' } },
    { ...own, ...parties, logIndex: 9, kind: 'transferred', data: {} },
  ])
})
afterAll(() => test_.close())

const view = (params: Record<string, string>): LedgerQuery => parseLedgerQuery(params).query
const kinds = async (params: Record<string, string>) =>
  (await ledgerPage(test_.db, view(params))).rows.map((row) => `${row.kind} ${row.position?.id}`)

test('events of the chain and signed orders stand in one record, newest first', async () => {
  expect(await kinds({})).toEqual([
    'order_filled 1',
    'transferred 1',
    'listed 1',
    'registered 2',
    'registered 1',
  ])
})

test('an entry carries its position, parties, price and transaction; an order has none', async () => {
  const { rows } = await ledgerPage(test_.db, view({}))
  expect(rows[0]).toMatchObject({
    position: { id: 1, name: 'Device 1', network: 'relay', isDemonstration: false },
    onChain: { block: 12, logIndex: 10, transaction: sale },
    account: addressOf('seller'),
    counterparty: addressOf('buyer'),
    price: 80_000_000n,
  })
  expect(rows[2]).toMatchObject({ kind: 'listed', onChain: undefined, price: 80_000_000n })
})

test('it is narrowed by event, network, position and either side', async () => {
  expect(await kinds({ kind: 'sales' })).toEqual(['order_filled 1'])
  expect(await kinds({ kind: 'orders' })).toEqual(['listed 1'])
  expect(await kinds({ network: 'dimo' })).toEqual(['registered 2'])
  expect(await kinds({ of: '#2' })).toEqual(['registered 2'])
  expect(await kinds({ of: addressOf('buyer') })).toEqual(['order_filled 1', 'transferred 1'])
})

test('pages of one entry join to the whole record and back', async () => {
  const whole = (await ledgerPage(test_.db, view({}))).rows
  let page = await ledgerPage(test_.db, view({}), 1)
  const read = [...page.rows]
  while (page.neighbours.next) {
    page = await ledgerPage(test_.db, view({ after: page.neighbours.next }), 1)
    read.push(...page.rows)
  }
  expect(read).toEqual(whole)
  const back = [...page.rows]
  while (page.neighbours.previous) {
    page = await ledgerPage(test_.db, view({ before: page.neighbours.previous }), 1)
    back.unshift(...page.rows)
  }
  expect(back).toEqual(whole)
})

test('a transaction’s entries come in the order of its logs', async () => {
  const entries = await transactionEntries(test_.db, sale)
  expect(entries.map((entry) => entry.kind)).toEqual(['transferred', 'order_filled'])
  expect(await transactionEntries(test_.db, `0x${'00'.repeat(32)}`)).toEqual([])
})

test('a view of the ledger reads back from its address; nothing in it makes it fail', () => {
  const query = view({ kind: 'sales', network: 'dimo', of: '#12' })
  const address = ledgerHref(query)
  expect(address).toBe('/ledger?kind=sales&network=dimo&of=%2312')
  expect(parseLedgerQuery({ of: 'nobody', kind: ['x'], after: "'~'" })).toMatchObject({
    problem: 'Give a position’s number (#12) or an address (0x…).',
    query: { group: undefined, position: undefined, account: undefined, cursor: undefined },
  })
})

test('days are whole UTC days, both ends included', async () => {
  const day = (offset: number) => daysFromNow(offset).toISOString().slice(0, 10)
  const sold = day(-0.5)
  expect(await kinds({ from: sold, to: sold })).toContain('order_filled 1')
  expect(await kinds({ to: day(-40) })).toEqual([])
  expect(await kinds({ from: day(2) })).toEqual([])
  // a day that no calendar has is no filter
  expect(await kinds({ from: '2026-02-30' })).toEqual(await kinds({}))
})

test('the file holds every entry of the view, whatever a page holds', async () => {
  const text = await ledgerCsv(test_, view({})).text()
  const [heading, ...rows] = parseCsv(text).records
  expect(heading?.cells[1]).toBe('event')
  expect(rows.map(({ cells }) => `${cells[1]} ${cells[2]}`)).toEqual(await kinds({}))
  expect(rows[0]?.cells[5]).toBe('80')
  const sales = await ledgerCsv(test_, view({ kind: 'sales' })).text()
  expect(parseCsv(sales).records).toHaveLength(2)
})

test('a sale left out of prices carries why, and is found by it', async () => {
  const { db } = test_
  expect(await kinds({ kind: 'marked' })).toEqual([])
  const place = { blockNumber: 12, logIndex: 10, positionId: 1 }
  await db.insert(sales).values({
    ...place,
    transactionHash: sale,
    time: daysFromNow(-0.5),
    orderHash: sale,
    seller: addressOf('seller'),
    buyer: addressOf('buyer'),
    price: 80_000_000n,
    fee: 800_000n,
    network: 'relay',
  })
  const mark: WashMark = { test: 'funding-link', kind: 'same source', accounts: [] }
  await db.insert(saleMarks).values({ ...place, test: mark.test, mark, foundAt: daysFromNow(0) })
  expect(await kinds({ kind: 'marked' })).toEqual(['order_filled 1'])
  const { rows } = await ledgerPage(db, view({}))
  expect(rows.map(({ marks }) => marks.length)).toEqual([1, 0, 0, 0, 0])
  expect((await transactionEntries(db, sale)).map(({ marks }) => marks.length)).toEqual([0, 1])
  const csv = await ledgerCsv(test_, view({ kind: 'sales' })).text()
  expect(csv).toContain('had come to both from one account')
})
