import { InvalidInputError } from '@/lib/core/errors'

/** A sealed order for some units at a limit, both whole numbers of base units. */
export type BatchOrder = { id: string; quantity: bigint; limit: bigint }

export type BatchFill = { id: string; quantity: bigint }

export type BatchResult = {
  /** the one price; undefined when nothing trades */
  price: bigint | undefined
  /** units traded */
  volume: bigint
  buys: BatchFill[]
  sells: BatchFill[]
}

/**
 * Clears sealed bids and asks at one price. The reference the auction contract is held to; whole numbers throughout.
 *
 * 1. Asks below the reserve count as asks at the reserve.
 * 2. Volume is the greatest that any price allows: max over p of min(demand at p, supply at p).
 * 3. Of the prices of that volume those count that leave least unfilled, |demand − supply|. Where demand is left over
 *    the highest of them is taken, where supply is left over the lowest, where nothing is left the middle, rounded
 *    down. If the least can be left on either side, it is left with the buyers.
 * 4. Orders better than the price fill whole. Orders at the price on the long side share what is left pro rata, each
 *    share rounded down; the units left over by rounding go one each in the order of the ids' bytes.
 *
 * No buyer pays more than the limit bid, and no seller gets less than the limit asked or the reserve.
 *
 * @throws InvalidInputError when a quantity or limit is not above zero, or an id appears twice on a side
 */
export function clearUniformPrice(
  bids: readonly BatchOrder[],
  asks: readonly BatchOrder[],
  reserve = 0n,
): BatchResult {
  for (const side of [bids, asks]) {
    if (side.some(({ quantity, limit }) => quantity <= 0n || limit <= 0n))
      throw new InvalidInputError('An order needs a quantity and a price above zero.')
    if (new Set(side.map(({ id }) => id)).size !== side.length)
      throw new InvalidInputError('Each order of a batch has an id of its own.')
  }
  const floored = asks.map((ask) => (ask.limit < reserve ? { ...ask, limit: reserve } : ask))
  const price = clearingPrice(bids, floored)
  if (price === undefined) return { price, volume: 0n, buys: [], sells: [] }
  const willing = {
    buy: bids.filter(({ limit }) => limit >= price),
    sell: floored.filter(({ limit }) => limit <= price),
  }
  const [demand, supply] = [total(willing.buy), total(willing.sell)]
  const volume = smaller(demand, supply)
  return {
    price,
    volume,
    buys: ration(willing.buy, volume, price),
    sells: ration(willing.sell, volume, price),
  }
}

function clearingPrice(bids: readonly BatchOrder[], asks: readonly BatchOrder[]): bigint | undefined {
  // demand and supply change only at limits; between two limits both are as just above the lower one
  const limits = [...new Set([...bids, ...asks].map(({ limit }) => limit))].sort((a, b) => (a < b ? -1 : 1))
  const candidates = limits.flatMap((limit, i) => {
    const next = limits[i + 1]
    return next !== undefined && next > limit + 1n
      ? [[limit, limit] as const, [limit + 1n, next - 1n] as const]
      : [[limit, limit] as const]
  })
  let best: { volume: bigint; excess: bigint; low: bigint; high: bigint } | undefined
  for (const [low, high] of candidates) {
    const demand = total(bids.filter(({ limit }) => limit >= low))
    const supply = total(asks.filter(({ limit }) => limit <= low))
    const volume = smaller(demand, supply)
    const excess = demand - supply
    if (volume === 0n) continue
    if (!best || volume > best.volume || (volume === best.volume && size(excess) < size(best.excess)))
      best = { volume, excess, low, high }
    else if (volume === best.volume && excess === best.excess) best.high = high
  }
  if (!best || best.excess > 0n) return best?.high
  return best.excess < 0n ? best.low : (best.low + best.high) / 2n
}

function smaller(a: bigint, b: bigint): bigint {
  if (a < b) return a
  return b
}

const size = (value: bigint) => (value < 0n ? -value : value)

function ration(orders: readonly BatchOrder[], volume: bigint, price: bigint): BatchFill[] {
  const better = orders.filter(({ limit }) => limit !== price)
  const marginal = orders.filter(({ limit }) => limit === price).sort((a, b) => (a.id < b.id ? -1 : 1))
  const left = volume - total(better)
  const marginalTotal = total(marginal) || 1n
  const shares = marginal.map(({ id, quantity }) => ({ id, quantity: (quantity * left) / marginalTotal }))
  let rest = left - total(shares)
  for (const share of shares) {
    if (rest === 0n) break
    share.quantity += 1n
    rest -= 1n
  }
  return [
    ...better.map(({ id, quantity }) => ({ id, quantity })),
    ...shares.filter(({ quantity }) => quantity > 0n),
  ]
}

const total = (orders: readonly { quantity: bigint }[]) =>
  orders.reduce((sum, { quantity }) => sum + quantity, 0n)
