import type { UsdUnits } from '@/lib/core/money'

type Hex = `0x${string}`

/** An order that can be filled now, as a line of a book. */
export type Quote = {
  hash: Hex
  positionId: number
  offerer: Hex
  /** what the buyer pays in all */
  price: UsdUnits
  /** the part of it that goes to the fee recipient; the seller gets the rest */
  fee: UsdUnits
  endTime: Date
  /** held to the position's state by our zone */
  bound: boolean
}

/** Lowest ask less highest bid. Negative where the book is crossed: then either side can settle at once. */
export type Spread = {
  amount: UsdUnits
  /** of the middle between the two: 0.2 is a fifth */
  share: number
}

export type OrderBook = {
  /** cheapest first */
  asks: Quote[]
  /** highest first */
  bids: Quote[]
  bestAsk: Quote | undefined
  bestBid: Quote | undefined
  spread: Spread | undefined
}

/** Sorts quotes into a book: asks upwards, bids downwards, equals by hash so that two readers see one order. */
export function bookOf(asks: readonly Quote[], bids: readonly Quote[]): OrderBook {
  const up = [...asks].sort((a, b) => compare(a.price, b.price) || compare(a.hash, b.hash))
  const down = [...bids].sort((a, b) => compare(b.price, a.price) || compare(a.hash, b.hash))
  const [bestAsk] = up
  const [bestBid] = down
  return {
    asks: up,
    bids: down,
    bestAsk,
    bestBid,
    spread: bestAsk && bestBid && spreadOf(bestAsk.price, bestBid.price),
  }
}

/**
 * The spread between an ask and a bid.
 *
 * @example spreadOf(110_000_000n, 90_000_000n) // { amount: 20_000_000n, share: 0.2 }
 */
export function spreadOf(ask: UsdUnits, bid: UsdUnits): Spread {
  const amount = ask - bid
  // two times the difference over the sum is the difference over the middle
  return { amount, share: Number((amount * 2_000_000n) / (ask + bid)) / 1_000_000 }
}

function compare<value extends bigint | string>(a: value, b: value): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
