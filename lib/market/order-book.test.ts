import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bookOf, type Quote, spreadOf } from './order-book'

let count = 0
const quote = (price: bigint): Quote => ({
  hash: `0x${(++count).toString(16).padStart(64, '0')}`,
  positionId: 1,
  offerer: `0x${'a1'.repeat(20)}`,
  price,
  fee: price / 100n,
  endTime: new Date(0),
  bound: true,
})

test('asks go up, bids go down, and the best of each stands first', () => {
  const book = bookOf([quote(300n), quote(200n)], [quote(90n), quote(120n), quote(100n)])
  expect(book.asks.map(({ price }) => price)).toEqual([200n, 300n])
  expect(book.bids.map(({ price }) => price)).toEqual([120n, 100n, 90n])
  expect(book.bestAsk?.price).toBe(200n)
  expect(book.bestBid?.price).toBe(120n)
  expect(book.spread).toEqual({ amount: 80n, share: 0.5 })
})

test('a book with one side has no spread', () => {
  expect(bookOf([quote(1n)], []).spread).toBeUndefined()
  expect(bookOf([], [quote(1n)]).spread).toBeUndefined()
  expect(bookOf([], [])).toEqual({
    asks: [],
    bids: [],
    bestAsk: undefined,
    bestBid: undefined,
    spread: undefined,
  })
})

test('a crossed book has a negative spread', () => {
  expect(spreadOf(90n, 110n)).toEqual({ amount: -20n, share: -0.2 })
})

test('the spread is antisymmetric and never more than twice the middle', () => {
  const price = fc.bigInt({ min: 1n, max: 10n ** 15n })
  fc.assert(
    fc.property(price, price, (a, b) => {
      const one = spreadOf(a, b)
      const other = spreadOf(b, a)
      expect(one.amount).toBe(-other.amount)
      expect(one.share + other.share).toBe(0)
      expect(Math.abs(one.share)).toBeLessThanOrEqual(2)
    }),
  )
})

test('equal prices are told apart by hash, whatever order they come in', () => {
  const quotes = [quote(5n), quote(5n), quote(5n)]
  expect(bookOf(quotes.toReversed(), []).asks).toEqual(bookOf(quotes, []).asks)
})
