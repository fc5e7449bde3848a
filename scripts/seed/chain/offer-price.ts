import type { UsdUnits } from '@/lib/core/money'
import { seedShare } from './accounts'
import { wholeDollars } from './whole-dollars'

/** The named seed of every demonstration offer. */
export const OFFER_SEED = 'offers-1'

/** How far below the value a demonstration buyer bids, evenly between these: an assumption. */
const LEAST_BELOW = 0.06
const MOST_BELOW = 0.27

/**
 * What a demonstration buyer offers: 6 to 27 % less than the value, and a third of that below the best bargain of the network
 * where it is the lower of the two, so that nobody bids for one device what its like could be bought for. It is a
 * demonstration, as asking prices are.
 *
 * @param value of the valuation, cents
 * @param bargain the least share of its value that a device of the network is listed at; undefined where none is
 */
export function offerPrice(
  value: bigint,
  bargain: number | undefined,
  name: string,
  buyer: number,
): UsdUnits {
  const below = LEAST_BELOW + (MOST_BELOW - LEAST_BELOW) * seedShare(OFFER_SEED, 'below', name, buyer)
  return wholeDollars(Number(value) * Math.min(1 - below, (bargain ?? 1) * (1 - below / 3)))
}
