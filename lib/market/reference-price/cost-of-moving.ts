import { InvalidInputError } from '@/lib/core/errors'
import { type ReferencePrice, weigh, weightedQuantile } from './reference-price'
import type { Sale } from './sale'

export type CostOfMoving = {
  /** price it would be moved to */
  targetUsd: number
  /** sales at the target that it takes today */
  sales: number
  /** wallets that they take, each position handed on from one to the next and never back */
  accounts: number
  /** fees of sales with oneself that no test finds: the least it costs */
  undetectedUsd: number
  /** what must be tied up meanwhile: the positions sold among these wallets, at the target */
  capitalUsd: number
  positions: number
  /** overpaying (or underselling to) strangers instead, fees included: what it costs where the tests find the rest */
  honestUsd: number
}

/** More sales than this: no figure. */
const MOST_SALES = 100_000

/**
 * What it costs to move a reference price by a share, up or down, at once: the fewest fresh sales at the target after
 * which the price stands there, found by computing the price again with them. The attacker is given the best hand: all
 * pass the wash tests, because as many positions as the caps ask for are handed on through wallets that nothing links and
 * never come back; what is left to pay is the fee of each sale. Gas, the price of unlinked money and the risk of being
 * found are not counted, so the true cost is higher; whoever receives the fees pays nothing and must be watched otherwise.
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
  if (!(by > -1 && by < 10 && by !== 0)) throw new InvalidInputError('A price is moved by a share of itself.')
  const targetUsd = reference.priceUsd * (1 + by)
  const positions =
    reference.basis.rules.positionShare < 1 ? Math.ceil(1 / reference.basis.rules.positionShare) : 1
  const isMoved = (sales: number) => {
    const price = priceWith(reference, targetUsd, sales, positions)
    return by > 0 ? price >= targetUsd : price <= targetUsd
  }
  const sales = fewest(isMoved)
  if (sales === undefined) return undefined
  const held = Math.min(positions, sales)
  const feeUsd = (targetUsd * feeBasisPoints) / 10_000
  return {
    targetUsd,
    sales,
    accounts: sales + held,
    undetectedUsd: sales * feeUsd,
    capitalUsd: held * targetUsd,
    positions: held,
    honestUsd: sales * (feeUsd + Math.abs(targetUsd - reference.priceUsd)),
  }
}

/** The price with so many sales more at the target, each to a fresh wallet. */
export function priceWith(
  { basis }: ReferencePrice,
  targetUsd: number,
  sales: number,
  positions: number,
): number {
  const added = Array.from(
    { length: sales },
    (_, k): Sale => ({
      id: `moved-${k}`,
      position: -1 - (k % positions),
      time: basis.now,
      priceUsd: targetUsd,
      buyer: `moved-buyer-${k}`,
      seller: `moved-seller-${k}`,
    }),
  )
  return weightedQuantile(weigh([...basis.sales, ...added], basis.now, basis.rules), 0.5)
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
