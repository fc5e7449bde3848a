import { clearBook, type Mechanism, MOST_UNITS, type SealedBook, type SealedOrder } from './sealed-book'

export type Side = 'buy' | 'sell'

export type Deviation = { toldCents: number; gainCents: number }

/**
 * What an order earns its owner for every price it could tell, when its limit is what a unit is truly worth: prices at
 * which something changes are those of the other orders, so that these, a cent to either side and the truth are all
 * that need be tried.
 */
export function deviations(
  mechanism: Mechanism,
  book: SealedBook,
  side: Side,
  id: string,
  reserveCents = 0,
): { truth: Deviation; tried: Deviation[]; best: Deviation } {
  const own = (side === 'buy' ? book.bids : book.asks).find((order) => order.id === id)
  if (!own) throw new RangeError(`There is no order ${id}.`)
  const others = [...book.bids, ...book.asks].filter((order) => order !== own)
  const told = [
    ...others.flatMap(({ limitCents }) => [limitCents - 1, limitCents, limitCents + 1]),
    own.limitCents,
    reserveCents,
    Math.round(own.limitCents / 2),
    2 * own.limitCents,
  ].filter((cents) => cents > 0)
  const gainAt = (toldCents: number): Deviation => {
    const lying = { ...own, limitCents: toldCents }
    const swap = (orders: readonly SealedOrder[]) => orders.map((order) => (order === own ? lying : order))
    const { buys, sells } = clearBook(
      mechanism,
      { bids: swap(book.bids), asks: swap(book.asks) },
      reserveCents,
    )
    const fill = (side === 'buy' ? buys : sells).get(id)
    const sign = side === 'buy' ? 1 : -1
    return { toldCents, gainCents: fill ? sign * (fill.units * own.limitCents - fill.cents) : 0 }
  }
  const truth = gainAt(own.limitCents)
  const tried = [...new Set(told)].sort((a, b) => a - b).map(gainAt)
  const best = tried.reduce((a, b) => (b.gainCents > a.gainCents ? b : a), truth)
  return { truth, tried, best }
}

/** Id of the bid that a seller puts up in another name. */
const SHILL = 'shill'

/**
 * What a seller can gain by a bid of its own in another name: the highest price it could move, tried at every other
 * order's price. A unit that the shill wins is paid for, and is worth to the seller what its ask says.
 * @returns the best of them; a gain of nothing where none pays, and undefined where the book is full
 */
export function bestShill(
  mechanism: Mechanism,
  book: SealedBook,
  sellerId: string,
  reserveCents = 0,
): Deviation | undefined {
  const seller = book.asks.find((order) => order.id === sellerId)
  if (!seller) throw new RangeError(`There is no ask ${sellerId}.`)
  if (book.bids.reduce((sum, { quantity }) => sum + quantity, 0) >= MOST_UNITS) return undefined
  const gainOf = (bids: readonly SealedOrder[]) => {
    const { buys, sells } = clearBook(mechanism, { bids, asks: book.asks }, reserveCents)
    const [sold, bought] = [sells.get(sellerId), buys.get(SHILL)]
    return (
      (sold ? sold.cents - sold.units * seller.limitCents : 0) +
      (bought ? bought.units * seller.limitCents - bought.cents : 0)
    )
  }
  const honest = gainOf(book.bids)
  const prices = new Set(
    [...book.bids, ...book.asks].flatMap(({ limitCents }) => [limitCents - 1, limitCents, limitCents + 1]),
  )
  return [...prices]
    .filter((cents) => cents > 0)
    .map((toldCents) => ({
      toldCents,
      gainCents: gainOf([...book.bids, { id: SHILL, quantity: 1, limitCents: toldCents }]) - honest,
    }))
    .reduce((a, b) => (b.gainCents > a.gainCents ? b : a), { toldCents: 0, gainCents: 0 })
}
