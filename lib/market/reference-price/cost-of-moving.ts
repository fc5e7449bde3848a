import { InvalidInputError } from '@/lib/core/errors'
import { REFERENCE_RULES, type ReferencePrice } from './reference-price'

export type CostOfMoving = {
  /** price it would be moved to */
  targetUsd: number
  /** sales at the target that it takes today */
  sales: number
  /** accounts that they must be spread over, so that none is capped */
  accounts: number
  /** fees of sales with oneself that no test finds: the least it costs */
  undetectedUsd: number
  /** overpaying (or underselling to) strangers instead, fees included: what it costs where the tests find the rest */
  honestUsd: number
}

/**
 * What it costs to move a reference price by a share, up or down, at once. A weighted median passes the target when
 * the new sales' weight and what lies beyond the target are half of all: with W the weight of all sales and B that of
 * those at or beyond the target, W − 2 B of weight, fresh sales weighing one each.
 *
 * @param by 0.05 up, −0.05 down
 * @param feeBasisPoints taken of every sale
 * @throws InvalidInputError when `by` is no share of the price that can be moved
 */
export function costOfMoving(
  reference: ReferencePrice,
  by: number,
  feeBasisPoints: number,
  accountShare = REFERENCE_RULES.accountShare,
): CostOfMoving {
  if (!(by > -1 && by < 10 && by !== 0)) throw new InvalidInputError('A price is moved by a share of itself.')
  const targetUsd = reference.priceUsd * (1 + by)
  const isBeyond = (price: number) => (by > 0 ? price >= targetUsd : price <= targetUsd)
  let [total, beyond] = [0, 0]
  for (const { priceUsd, weight } of reference.weighted) {
    total += weight
    if (isBeyond(priceUsd)) beyond += weight
  }
  const sales = Math.max(1, Math.floor(total - 2 * beyond) + 1)
  const feeUsd = (targetUsd * feeBasisPoints) / 10_000
  return {
    targetUsd,
    sales,
    // two accounts a sale, each with no more than its share of the new total
    accounts: Math.max(2, Math.ceil((2 * sales) / Math.max(1, Math.floor(accountShare * (total + sales))))),
    undetectedUsd: sales * feeUsd,
    honestUsd: sales * (feeUsd + Math.abs(targetUsd - reference.priceUsd)),
  }
}
