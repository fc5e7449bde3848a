import { InvalidInputError } from '@/lib/core/errors'
import { mcafeeDoubleAuction } from './mcafee-double-auction'
import { clearUniformPrice } from './uniform-price-batch'
import { vcgAssignment } from './vickrey-clarke-groves'

/** A sealed order for some units, each at no more (bid) or no less (ask) than the limit; whole cents a unit. */
export type SealedOrder = { id: string; quantity: number; limitCents: number }

export type SealedBook = { bids: readonly SealedOrder[]; asks: readonly SealedOrder[] }

export const mechanisms = ['batch', 'mcafee', 'vcg'] as const
export type Mechanism = (typeof mechanisms)[number]

/** Units an order trades, and what it pays (bid) or gets (ask) for all of them. */
export type Fill = { units: number; cents: number }

export type Clearing = {
  buys: ReadonlyMap<string, Fill>
  sells: ReadonlyMap<string, Fill>
  units: number
  /** Σ limits of the buyers served − Σ limits of the sellers served: what trading is worth by the orders' word */
  surplusCents: number
  /** what buyers pay beyond what sellers get */
  keptCents: number
}

/** Most units of one side: the assignment behind VCG is solved once an order. */
export const MOST_UNITS = 24

/**
 * One book under three rules, so that they can be compared.
 *
 * `batch`: one price, margin pro rata (`clearUniformPrice`). `mcafee`: McAfee's double auction, in which an order of
 * several units counts as as many traders. `vcg`: buyers bid for the sellers' units with the asks as reserves and pay
 * what their order costs the other buyers; the sellers of its units get their asks and equal parts of what is paid
 * beyond. Of equal orders the first id trades.
 *
 * @param reserveCents asks below it count as asks at it
 * @throws InvalidInputError when an order is none, or a side has more than `MOST_UNITS`
 */
export function clearBook(mechanism: Mechanism, { bids, asks }: SealedBook, reserveCents = 0): Clearing {
  for (const side of [bids, asks]) {
    const isOrder = ({ quantity, limitCents }: SealedOrder) =>
      Number.isInteger(quantity) && quantity > 0 && Number.isSafeInteger(limitCents) && limitCents > 0
    if (!side.every(isOrder)) throw new InvalidInputError('An order has a whole number of units and a price.')
    if (side.reduce((sum, { quantity }) => sum + quantity, 0) > MOST_UNITS)
      throw new InvalidInputError(`A book has up to ${MOST_UNITS} units a side.`)
  }
  const floored = asks.map((ask) => ({ ...ask, limitCents: Math.max(ask.limitCents, reserveCents) }))
  const trades =
    mechanism === 'batch' ? batch(bids, asks, reserveCents) : unitTrades[mechanism](bids, floored)
  const limits = new Map([...bids, ...asks].map(({ id, limitCents }) => [id, limitCents]))
  const [buys, sells] = [gather(trades.buys), gather(trades.sells)]
  const worth = (fills: ReadonlyMap<string, Fill>) =>
    [...fills].reduce((sum, [id, { units }]) => sum + units * limits.get(id)!, 0)
  const money = (fills: ReadonlyMap<string, Fill>) =>
    [...fills.values()].reduce((sum, { cents }) => sum + cents, 0)
  return {
    buys,
    sells,
    units: trades.buys.reduce((sum, { units }) => sum + units, 0),
    surplusCents: worth(buys) - worth(sells),
    keptCents: money(buys) - money(sells),
  }
}

type Trade = { id: string } & Fill
type Trades = { buys: Trade[]; sells: Trade[] }

function batch(bids: readonly SealedOrder[], asks: readonly SealedOrder[], reserveCents: number): Trades {
  const whole = ({ id, quantity, limitCents }: SealedOrder) => ({
    id,
    quantity: BigInt(quantity),
    limit: BigInt(limitCents),
  })
  const result = clearUniformPrice(bids.map(whole), asks.map(whole), BigInt(reserveCents))
  const at = ({ id, quantity }: { id: string; quantity: bigint }) => ({
    id,
    units: Number(quantity),
    cents: Number(quantity * (result.price ?? 0n)),
  })
  return { buys: result.buys.map(at), sells: result.sells.map(at) }
}

const unitTrades: Record<
  Exclude<Mechanism, 'batch'>,
  (bids: readonly SealedOrder[], asks: readonly SealedOrder[]) => Trades
> = {
  mcafee: (bids, asks) => {
    const [falling, rising] = [units(bids, -1), units(asks, 1)]
    const { trades, buyerPrice, sellerPrice } = mcafeeDoubleAuction(
      falling.map(({ limitCents }) => limitCents),
      rising.map(({ limitCents }) => limitCents),
    )
    return {
      buys: falling.slice(0, trades).map(({ id }) => ({ id, units: 1, cents: buyerPrice! })),
      sells: rising.slice(0, trades).map(({ id }) => ({ id, units: 1, cents: sellerPrice! })),
    }
  },
  vcg: (bids, asks) => {
    const [buyers, items] = [units(bids, -1), units(asks, 1)]
    if (buyers.length === 0 || items.length === 0) return { buys: [], sells: [] }
    const ids = [...new Set(buyers.map(({ id }) => id))]
    const { itemOf, payments } = vcgAssignment(
      buyers.map(({ limitCents }) => items.map(() => limitCents)),
      items.map(({ limitCents }) => limitCents),
      buyers.map(({ id }) => ids.indexOf(id)),
    )
    const sold = itemOf.flatMap((item, i) =>
      item === undefined ? [] : [{ id: buyers[i]!.id, seller: items[item]! }],
    )
    const trades = ids.flatMap((id, k) => {
      const won = sold.filter((one) => one.id === id)
      const asked = won.reduce((sum, { seller }) => sum + seller.limitCents, 0)
      const beyond = (payments[k]! - asked) / won.length
      return won.map(({ seller }) => ({ buyer: id, seller: seller.id, cents: seller.limitCents + beyond }))
    })
    return {
      buys: trades.map(({ buyer, cents }) => ({ id: buyer, units: 1, cents })),
      sells: trades.map(({ seller, cents }) => ({ id: seller, units: 1, cents })),
    }
  },
}

/** A line a unit, dearest first (−1) or cheapest first (1), equals in the order of their ids. */
function units(orders: readonly SealedOrder[], direction: 1 | -1): SealedOrder[] {
  return [...orders]
    .sort((a, b) => direction * (a.limitCents - b.limitCents) || (a.id < b.id ? -1 : 1))
    .flatMap((order) => Array.from({ length: order.quantity }, () => order))
}

function gather(trades: readonly Trade[]): ReadonlyMap<string, Fill> {
  const fills = new Map<string, Fill>()
  for (const { id, units, cents } of trades) {
    const before = fills.get(id) ?? { units: 0, cents: 0 }
    fills.set(id, { units: before.units + units, cents: before.cents + cents })
  }
  return fills
}
