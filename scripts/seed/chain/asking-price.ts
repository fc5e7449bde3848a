import { centsToUnits, toMoney, type UsdUnits } from '@/lib/core/money'
import { normalQuantile } from '@/lib/math/elementary/normal-quantile'
import { seedShare } from './accounts'

/** The named seed of every demonstration price: another name, another market. */
export const PRICE_SEED = 'asking-prices-1'

/** Deviation of the logarithm of asking price over value. */
const SPREAD = 0.16
/** One owner in eight is in a hurry, and asks between these shares of the value. */
const HURRIED = 1 / 8
const HURRIED_FROM = 0.4
const HURRIED_TO = 0.65
/** One in fourteen needs the money now, and asks so far up from the P5 of the value to its P50. */
const NEEDING = 1 / 14
const NEED_FROM = 0.1
const NEED_TO = 0.45

/** Of a valuation, cents. */
export type Priced = { value: bigint; p5: bigint; p50: bigint }

/**
 * What the owner of a demonstration device asks: the engine's value times a log-normal spread of 16 % about it. One in
 * eight is in a hurry and asks 40 to 65 % of the value; one in fourteen needs the money now, and asks what most scenarios
 * return: there opportunities come from. A demonstration of a market, not a finding about one: no public record of such
 * prices exists. Never below a dollar; whole dollars from a hundred on.
 *
 * @param name of the device: the same device asks the same share of its value at every start
 */
export function askingPrice({ value, p5, p50 }: Priced, name: string): UsdUnits {
  if (isInNeed(name)) {
    const least = Math.max(Number(p5), 100)
    const up = NEED_FROM + (NEED_TO - NEED_FROM) * seedShare(PRICE_SEED, 'need', name)
    return wholeDollars(least + up * Math.max(Number(p50) - least, 0))
  }
  const hurried = HURRIED_FROM + (HURRIED_TO - HURRIED_FROM) * seedShare(PRICE_SEED, 'hurried', name)
  return wholeDollars(Math.max(Number(value), 100) * (isHurried(name) ? hurried : spreadOf(name)))
}

/** What was paid in a demonstration sale: the value times the same spread. A sale that found its buyer was not hurried. */
export function tradedPrice({ value }: Pick<Priced, 'value'>, name: string): UsdUnits {
  return wholeDollars(Math.max(Number(value), 100) * spreadOf(name))
}

export function isHurried(name: string): boolean {
  return seedShare(PRICE_SEED, 'in a hurry', name) < HURRIED
}

export function isInNeed(name: string): boolean {
  return seedShare(PRICE_SEED, 'in need', name) < NEEDING
}

function spreadOf(name: string): number {
  // a share of 2^32 parts, moved off nought and one
  const share = Math.min(Math.max(seedShare(PRICE_SEED, 'spread', name), 1e-6), 1 - 1e-6)
  return Math.exp(SPREAD * normalQuantile(share))
}

function wholeDollars(cents: number): UsdUnits {
  const asked = Math.max(cents / 100, 1)
  return centsToUnits(toMoney(asked >= 100 ? Math.round(asked) : asked))
}
