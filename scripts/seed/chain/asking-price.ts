import type { UsdUnits } from '@/lib/core/money'
import { normalQuantile } from '@/lib/math/elementary/normal-quantile'
import { type EngineInputs, engineInputsSchema } from '@/lib/valuation/engine/inputs'
import { ownReward } from '@/lib/valuation/engine/terms'
import { seedShare } from './accounts'
import { wholeDollars } from './whole-dollars'

/** The named seed of every demonstration price: another name, another market. */
export const PRICE_SEED = 'asking-prices-3'

/**
 * Deviation of the logarithm of asking price over value: the least of the 19 to 36 % by which prices of one good in one
 * market and quarter differ (Kaplan & Menzio 2015, “The Morphology of Price Dispersion”).
 */
const SPREAD = 0.19
/** One owner in six must sell: an assumption. */
const PRESSED = 1 / 6
/**
 * By how much below what they would ask else, evenly between these: 27 % in the mean, which is what forced sales of houses
 * cost their owners (Campbell, Giglio & Pathak 2011, “Forced Sales and House Prices”). The range is an assumption.
 */
const LEAST_DISCOUNT = 0.14
const MOST_DISCOUNT = 0.4

/** What an owner knows of a device who names a price. */
export type Priced = {
  /** of its valuation, cents */
  value: bigint
  /** what the hardware fetches second-hand today, USD; 0 where it is rented */
  hardware: number
  /** reward less running cost at today's level, USD a month */
  net: number
}

/** @param inputs of the valuation */
export function pricedOf(value: bigint, inputs: Record<string, unknown>): Priced {
  const read: EngineInputs = engineInputsSchema.parse(inputs)
  return { value, hardware: read.salvage.value, net: ownReward(read) - read.runningCost.value }
}

/** A rented device that loses money is not sold but given back: there is nothing to hand over. */
export function isSellable({ hardware, net }: Priced): boolean {
  return hardware > 0 || net > 0
}

/**
 * What the owner of a demonstration device asks: the engine's value times a log-normal spread, and not less than the hardware
 * alone would fetch, which is about all that a device is worth which loses money. One in six must sell and asks 14 to
 * 40 % less than that. A demonstration of a market, not a finding about one: no public record of prices of such devices
 * exists. Never below a dollar; whole dollars from a hundred on.
 *
 * @param name of the device: the same device asks the same share of its value at every start
 */
export function askingPrice({ value, hardware }: Priced, name: string): UsdUnits {
  const discount = discountOf(name)
  const share = isPressed(name) ? 1 - discount : spreadOf(name)
  const least = hardware * 100 * (isPressed(name) ? 1 - discount / 2 : 1)
  return wholeDollars(Math.max(Number(value) * share, least))
}

/** What was paid in a demonstration sale: the value times the same spread. A sale that found its buyer was not pressed. */
export function tradedPrice({ value }: Pick<Priced, 'value'>, name: string): UsdUnits {
  return wholeDollars(Number(value) * spreadOf(name))
}

export function isPressed(name: string): boolean {
  return seedShare(PRICE_SEED, 'must sell', name) < PRESSED
}

function discountOf(name: string): number {
  return LEAST_DISCOUNT + (MOST_DISCOUNT - LEAST_DISCOUNT) * seedShare(PRICE_SEED, 'discount', name)
}

function spreadOf(name: string): number {
  // the middle 95 % of the distribution, so that nobody asks what nobody would
  return Math.exp(SPREAD * normalQuantile(0.025 + 0.95 * seedShare(PRICE_SEED, 'spread', name)))
}
