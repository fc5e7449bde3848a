import { afterAll, beforeAll, expect, test } from 'vitest'
import { ledger, orders } from '@/db/schema'
import { createTradedMarket, type TradedMarket } from '@/test/api'
import { searchEverything, searchQuery } from './search-everything'

let market: TradedMarket
beforeAll(async () => {
  market = await createTradedMarket()
}, 180_000)
afterAll(() => market?.close())

const find = async (q: string) => (await searchEverything(market, searchQuery.parse({ q }))).results

test('addresses, transactions and orders are found by how they begin, with or without 0x', async () => {
  const [entry] = await market.db.select().from(ledger).limit(1)
  const [order] = await market.db.select().from(orders).limit(1)
  if (!entry?.account || !order) throw new Error('The market has no entry or no order.')
  const sought = [
    { kind: 'address', href: `/address/${entry.account}`, value: entry.account },
    { kind: 'transaction', href: `/tx/${entry.transactionHash}`, value: entry.transactionHash },
    { kind: 'order', href: `/positions/${order.positionId}#order-${order.hash}`, value: order.hash },
  ]
  for (const { kind, href, value } of sought)
    for (const text of [value.slice(0, 12), value.slice(2, 12).toUpperCase(), value])
      expect(await find(text), text).toContainEqual(expect.objectContaining({ kind, href }))
})

test('each is found once, however often it stands on record; fewer digits than four find none', async () => {
  const seller = market.seller.address.toLowerCase()
  const found = (await find(seller.slice(0, 10))).filter(({ href }) => href === `/address/${seller}`)
  expect(found).toHaveLength(1)
  const kinds = (await find(seller.slice(0, 5))).map(({ kind }) => kind)
  expect(kinds).not.toContain('address')
})

test('an order offered by someone who did nothing else leads to who they are', async () => {
  const buyer = market.person(4).address.toLowerCase()
  expect(await find(buyer.slice(0, 8))).toContainEqual(expect.objectContaining({ href: `/address/${buyer}` }))
})
