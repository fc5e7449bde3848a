import type { UsdUnits } from '@/lib/core/money'
import { seedShare } from './accounts'
import { wholeDollars } from './whole-dollars'

/** The named seed of every demonstration offer. */
export const OFFER_SEED = 'offers-1'

/** How far below the value a demonstration buyer bids, evenly between these: an assumption. */
const LEAST_BELOW = 0.06
const MOST_BELOW = 0.27

/**
 * What a demonstration buyer offers: 6 to 27 % less than the value, and a third of that below the ask where it is the lower
 * of the two, so that nobody bids what they could buy for. It is a demonstration, as asking prices are.
 *
 * @param value of the valuation, cents
 * @param ask of its listing, base units; undefined where it is not listed
 */
export function offerPrice(value: bigint, ask: UsdUnits | undefined, name: string, buyer: number): UsdUnits {
  const below = LEAST_BELOW + (MOST_BELOW - LEAST_BELOW) * seedShare(OFFER_SEED, 'below', name, buyer)
  const ofValue = Number(value) * (1 - below)
  const ofAsk = ask === undefined ? ofValue : (Number(ask) / 10_000) * (1 - below / 3)
  return wholeDollars(Math.min(ofValue, ofAsk))
}
