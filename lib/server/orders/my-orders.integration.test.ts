import type { Hex } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestMarket, type Person, type TestMarket } from '@/test/market'
import { prepareCancel } from './prepare-cancel'
import { prepareFill } from './prepare-fill'
import { parseListQuery, readListable } from './read-listable'
import { readMyOrders } from './read-my-orders'
import { readNetworkBook } from './read-network-book'
import { readPositionOrders } from './read-position-orders'

const PRICE = 50_000_000n

let market: TestMarket
let seller: Person
let buyer: Person
let position: number
let cheap: Hex
let dear: Hex
let changed: Hex
let gone: Hex
let cancelled: Hex

beforeAll(async () => {
  market = await createTestMarket()
  seller = market.person(3)
  buyer = market.person(4)
  await market.approveAll(seller)
  await market.fund(buyer, 1_000_000_000n)
  position = await market.register(seller)
  dear = (await market.list(seller, position, 2n * PRICE)).hash
  cheap = (await market.list(seller, position, PRICE)).hash
  const other = await market.register(seller)
  changed = (await market.list(seller, other, PRICE)).hash
  await market.reassign(seller, other, { metadata: 'second' })
  const away = await market.register(seller)
  gone = (await market.list(seller, away, PRICE)).hash
  await market.transfer(seller, buyer.address, away)
  cancelled = (await market.list(seller, position, 3n * PRICE)).hash
  const { cancel } = await prepareCancel(market, { orderHash: cancelled, account: seller.address })
  await market.send(seller, cancel)
}, 120_000)
afterAll(() => market?.close())

const hashes = (orders: readonly { hash: Hex }[]) => orders.map(({ hash }) => hash).sort()

test('every signed order is live, could come back after what it names, or is over', async () => {
  const page = await readMyOrders(seller.address, undefined, market)
  expect(hashes(page.live)).toEqual([cheap, dear].sort())
  expect(hashes(page.dormant)).toEqual([changed])
  expect(page.dormant[0]?.revival).toEqual({
    kind: 'dormant',
    when: 'It can be filled again if its description is set back as you signed.',
  })
  expect(hashes(page.over)).toEqual([gone, cancelled].sort())
})

test('of several on one position the dearer says which cheaper one buyers are shown', async () => {
  const { live } = await readMyOrders(seller.address, undefined, market)
  expect(live.find(({ hash }) => hash === dear)?.cheaper).toBe(PRICE)
  expect(live.find(({ hash }) => hash === cheap)?.cheaper).toBeUndefined()
})

test('what is said to come back does, and what is said to be over does not', async () => {
  const { dormant } = await readMyOrders(seller.address, undefined, market)
  const other = dormant[0]?.positionId
  if (other === undefined) throw new Error('nothing could come back')
  await market.reassign(seller, other, { metadata: 'first' })
  const page = await readMyOrders(seller.address, undefined, market)
  expect(hashes(page.live)).toContain(changed)
  const { steps } = await prepareFill(market, { orderHash: changed, account: buyer.address })
  expect(steps.at(-1)?.kind).toBe('fill')

  const away = page.over.find(({ hash }) => hash === gone)?.positionId
  if (away === undefined) throw new Error('nothing left')
  await market.transfer(buyer, seller.address, away)
  const after = await readMyOrders(seller.address, undefined, market)
  expect(hashes(after.over)).toContain(gone)
  await expect(prepareFill(market, { orderHash: gone, account: buyer.address })).rejects.toMatchObject({
    name: 'StateChangedError',
  })
})

test('nonsense for a place in the list is its first page', async () => {
  for (const after of ['x', '2026-99-99 00:00:00+00~0x00', `${'9'.repeat(200)}~1`])
    expect((await readMyOrders(seller.address, after, market)).live.length).toBeGreaterThan(0)
})

test('an owner’s positions come with the cheapest listing of each; filters narrow them', async () => {
  const read = (given: object) => readListable(parseListQuery({ owner: seller.address, ...given }), market)
  const all = await read({})
  expect(all?.rows.find(({ positionId }) => positionId === position)?.listing?.price).toBe(PRICE)
  expect(all?.rows.length).toBe(all?.owned)
  const unlisted = await read({ unlisted: '1' })
  expect(unlisted?.rows.some(({ positionId }) => positionId === position)).toBe(false)
  expect((await read({ q: `#${position}` }))?.rows).toHaveLength(1)
  expect((await read({ network: 'nowhere' }))?.rows).toEqual([])
  expect(await readListable(parseListQuery({}), market)).toBeUndefined()
})

test('an ask is not pushed off its page by any number of newer offers', async () => {
  const bidder = market.person(6)
  await market.fund(bidder, 100_000_000n)
  for (let index = 1n; index <= 52n; index += 1n) await market.offer(bidder, position, 1_000_000n + index)
  const { orders, book } = await readPositionOrders(market.db, position, market.now())
  expect(hashes(orders)).toContain(cheap)
  expect(book.bestAsk?.hash).toBe(cheap)
  expect(book.bestBid?.price).toBe(1_000_052n)
  expect(book.bids).toHaveLength(52)
  expect(new Set(hashes(orders)).size).toBe(orders.length)

  const network = await readNetworkBook('relay', market)
  expect(network.book.bestBid?.positionId).toBe(position)
  expect(network.names.get(position)).toBe(`Position ${position}`)
}, 60_000)
