import { type CostOfMoving, cheapest, checkShare, priceWith, REACHES, reaches } from './cost-of-moving'
import { REFERENCE_RULES, type ReferencePrice, type ReferenceRules, referencePrice } from './reference-price'
import type { Sale, WashMark } from './sale'

/** A sale beside the value on the receipt that stood when it was made. */
export type ValuedSale = Sale & {
  /** dollars; undefined where no receipt of today's model stood */
  valueUsd: number | undefined
}

/** Below a dollar a share of value says nothing. */
const LEAST_VALUE = 1

/** What is paid for a dollar of value. */
export type ShareOfValue = {
  share: number
  /** 90 % interval of the median */
  low: number
  high: number
  /** sales it rests on, and how many equal ones their weights are worth */
  sales: number
  effectiveSales: number
  /** clean sales without a receipt to measure them by */
  unvalued: number
  basis: ReferencePrice
}

/**
 * Price over value at the time of sale: weighted median of the clean sales, each weighted by the value it is of (its
 * volume, which no price can inflate) and its age, under the caps of a reference price. Devices that are worth ten
 * dollars and ten thousand speak about one figure, so a model, a network or all of them carry it with fewer sales than a
 * dollar median needs, and it moves with the value where that moves. No sale enters a valuation, so it cannot be fed back.
 *
 * @param now seconds; later sales are not counted
 * @returns undefined without a clean sale that has a value
 */
export function shareOfValue(
  sales: readonly ValuedSale[],
  marks: ReadonlyMap<string, readonly WashMark[]>,
  now: number,
  rules: ReferenceRules = REFERENCE_RULES,
): ShareOfValue | undefined {
  const clean = sales.filter(({ id, time, priceUsd }) => !marks.has(id) && time <= now && priceUsd > 0)
  const shares = clean.flatMap(({ valueUsd, ...sale }): Sale[] =>
    valueUsd !== undefined && valueUsd >= LEAST_VALUE
      ? [{ ...sale, priceUsd: sale.priceUsd / valueUsd, volume: valueUsd }]
      : [],
  )
  const basis = referencePrice(shares, new Map(), now, rules)
  return (
    basis && {
      share: basis.priceUsd,
      low: basis.lowUsd,
      high: basis.highUsd,
      sales: basis.sales,
      effectiveSales: basis.effectiveSales,
      unvalued: clean.length - shares.length,
      basis,
    }
  )
}

/** An attack in many small sales costs least: no cap binds, and none is larger than it must be. */
const PIECES = 20
/** How exactly the volume is found, and the least of a usual sale that is told from nothing. */
const WITHIN = 5e-3
const LEAST_OF_SALE = 1e-6
const MOST_DOUBLINGS = 40

/**
 * What it costs to move the share of value by a share of itself, at once: the least value of positions that must be sold
 * from one own wallet to another at the target or beyond, found by computing the share again with it. As sales weigh by value,
 * cheap devices do it no cheaper than dear ones. The same best hand for the attacker as in `costOfMoving`.
 *
 * @returns undefined where no volume does it
 * @throws InvalidInputError when `by` is no share that can be moved
 */
export function costOfMovingShare(
  { basis }: ShareOfValue,
  by: number,
  feeBasisPoints: number,
): CostOfMoving | undefined {
  checkShare(by)
  const found = REACHES.flatMap((reach) => costAt(basis, by, reach, feeBasisPoints) ?? [])
  return cheapest(found)
}

function costAt(
  basis: ReferencePrice,
  by: number,
  reach: number,
  feeBasisPoints: number,
): CostOfMoving | undefined {
  const target = basis.priceUsd * (1 + by)
  const at = basis.priceUsd * (1 + reach * by)
  if (at <= 0) return undefined
  const isMoved = (volume: number) =>
    reaches(
      priceWith(
        basis,
        at,
        Array.from({ length: PIECES }, () => volume / PIECES),
      ),
      target,
      by,
    )
  const typical = medianOf(basis.basis.sales.map(({ volume = 1 }) => volume))
  let [low, high] = [0, typical]
  for (let k = 0; !isMoved(high); k++) {
    if (k === MOST_DOUBLINGS) return undefined
    low = high
    high *= 2
  }
  while (high - low > WITHIN * high && high > LEAST_OF_SALE * typical) {
    const middle = (low + high) / 2
    if (isMoved(middle)) high = middle
    else low = middle
  }
  const sales = Math.max(1, Math.ceil(high / typical))
  const feeUsd = (high * at * feeBasisPoints) / 10_000
  return {
    targetUsd: target,
    atUsd: at,
    sales,
    accounts: 2 * sales,
    undetectedUsd: feeUsd,
    capitalUsd: high * at,
    positions: sales,
    honestUsd: feeUsd + high * Math.abs(at - basis.priceUsd),
  }
}

function medianOf(figures: readonly number[]): number {
  const ascending = [...figures].sort((a, b) => a - b)
  return ascending[Math.floor(ascending.length / 2)]!
}
