import { InvalidInputError } from '@/lib/core/errors'
import { type ReferencePrice, weigh, weightedQuantile } from './reference-price'
import type { Sale } from './sale'

export type CostOfMoving = {
  /** price it would be moved to; of a share of value, that share */
  targetUsd: number
  /** price of the sales that do it at the least cost; of a share of value, that share */
  atUsd: number
  /** how many of them it takes today */
  sales: number
  /** wallets that they take: a buyer each, and a seller each */
  accounts: number
  /** fees of sales with oneself that no test finds: the least it costs */
  undetectedUsd: number
  /** what must be owned for it: the positions sold, at that price */
  capitalUsd: number
  positions: number
  /** overpaying (or underselling to) strangers instead, fees included: what it costs where the tests find the rest */
  honestUsd: number
}

/** More sales than this: no figure. */
const MOST_SALES = 100_000
/** Dearer sales move more and pay more of a fee: so many times the move are tried, and the cheapest told. */
export const REACHES: readonly number[] = [1, 2, 4]

/**
 * What it costs to move a reference price by a share, up or down, at once: the fewest fresh sales after which the price
 * stands at the target, found by computing the price again with them, at the target and beyond, whichever costs least. The attacker is given the best hand: all
 * pass the wash tests, because each is of a position of his own, from one wallet to another that nothing links, and none
 * comes back; a position is heard once, so he must own as many as it takes. What he loses is the fee of each sale, what
 * he ties up the price of them all. Gas, the price of unlinked money and the risk of being found are not counted, so the
 * true cost is higher; whoever receives the fees pays nothing and must be watched otherwise.
 *
 * @param by 0.05 up, −0.05 down
 * @param feeBasisPoints taken of every sale
 * @returns undefined where no hundred thousand sales do it
 * @throws InvalidInputError when `by` is no share of the price that can be moved
 */
export function costOfMoving(
  reference: ReferencePrice,
  by: number,
  feeBasisPoints: number,
): CostOfMoving | undefined {
  checkShare(by)
  const found = REACHES.flatMap((reach) => costAt(reference, by, reach, feeBasisPoints) ?? [])
  return cheapest(found)
}

function costAt(
  reference: ReferencePrice,
  by: number,
  reach: number,
  feeBasisPoints: number,
): CostOfMoving | undefined {
  const targetUsd = reference.priceUsd * (1 + by)
  const atUsd = reference.priceUsd * (1 + reach * by)
  if (atUsd <= 0) return undefined
  const { isHeardOnce } = reference.basis.rules
  const isMoved = (sales: number) => {
    const price = priceWith(
      reference,
      atUsd,
      Array.from({ length: sales }, () => 1),
    )
    return reaches(price, targetUsd, by)
  }
  const sales = fewest(isMoved)
  if (sales === undefined) return undefined
  const positions = Math.min(sales, positionsFor(reference, sales))
  const feeUsd = (atUsd * feeBasisPoints) / 10_000
  return {
    targetUsd,
    atUsd,
    sales,
    accounts: isHeardOnce ? 2 * sales : sales + positions,
    undetectedUsd: sales * feeUsd,
    capitalUsd: positions * atUsd,
    positions,
    honestUsd: sales * (feeUsd + Math.abs(atUsd - reference.priceUsd)),
  }
}

/** Whether a price stands at the target or beyond, to what rounding leaves. */
export function reaches(price: number, target: number, by: number): boolean {
  return by > 0 ? price >= target * (1 - 1e-12) : price <= target * (1 + 1e-12)
}

/** By the fees, which are lost. */
export function cheapest(costs: readonly CostOfMoving[]): CostOfMoving | undefined {
  return [...costs].sort((a, b) => a.undetectedUsd - b.undetectedUsd)[0]
}

/** @throws InvalidInputError */
export function checkShare(by: number): void {
  if (!(by > -1 && by < 10 && by !== 0)) throw new InvalidInputError('A price is moved by a share of itself.')
}

/** The price with fresh sales more at a price, of these volumes, each to a fresh wallet. */
export function priceWith(reference: ReferencePrice, atUsd: number, volumes: readonly number[]): number {
  const { basis } = reference
  const positions = positionsFor(reference, volumes.length)
  const added = volumes.map(
    (volume, k): Sale => ({
      id: `moved-${k}`,
      position: -1 - (k % positions),
      time: basis.now,
      priceUsd: atUsd,
      buyer: `moved-buyer-${k}`,
      seller: `moved-seller-${k}`,
      volume,
    }),
  )
  return weightedQuantile(weigh([...basis.sales, ...added], basis.now, basis.rules), 0.5)
}

/** Positions that so many sales take: as many where each is heard once, else as many as the caps ask for. */
function positionsFor({ basis: { rules } }: ReferencePrice, sales: number): number {
  if (rules.isHeardOnce) return sales
  return rules.positionShare < 1 ? Math.ceil(1 / rules.positionShare) : 1
}

/** The least count from one on that passes, where more of it passes as well. */
function fewest(passes: (count: number) => boolean): number | undefined {
  let high = 1
  while (!passes(high)) {
    high *= 2
    if (high > MOST_SALES) return undefined
  }
  let low = Math.floor(high / 2)
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (passes(middle)) high = middle
    else low = middle
  }
  return high
}
