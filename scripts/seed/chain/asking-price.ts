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

/**
 * What the owner of a demonstration device asks: the engine's value times a log-normal spread of 16 % about it. One in
 * eight is in a hurry and asks 40 to 65 % of the value. A demonstration of a market, not a finding about one: no
 * public record of such prices exists. Never below a dollar; whole dollars from a hundred on.
 *
 * @param valueCents mean present value of the position, cents
 * @param name of the device: the same device asks the same share of its value at every start
 */
export function askingPrice(valueCents: bigint, name: string): UsdUnits {
  const share = isHurried(name)
    ? HURRIED_FROM + (HURRIED_TO - HURRIED_FROM) * seedShare(PRICE_SEED, 'hurried', name)
    : spreadOf(name)
  return wholeDollars(valueCents, share)
}

/** What was paid in a demonstration sale: the value times the same spread. A sale that found its buyer was not hurried. */
export function tradedPrice(valueCents: bigint, name: string): UsdUnits {
  return wholeDollars(valueCents, spreadOf(name))
}

export function isHurried(name: string): boolean {
  return seedShare(PRICE_SEED, 'in a hurry', name) < HURRIED
}

function spreadOf(name: string): number {
  // a share of 2^32 parts, moved off nought and one
  const share = Math.min(Math.max(seedShare(PRICE_SEED, 'spread', name), 1e-6), 1 - 1e-6)
  return Math.exp(SPREAD * normalQuantile(share))
}

function wholeDollars(valueCents: bigint, share: number): UsdUnits {
  const asked = Math.max((Math.max(Number(valueCents), 100) / 100) * share, 1)
  return centsToUnits(toMoney(asked >= 100 ? Math.round(asked) : asked))
}
