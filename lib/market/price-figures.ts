import { type Cents, type UsdUnits, unitsToCentsDown } from '@/lib/core/money'

/** A valuation's figures, in cents. */
export type ValueInterval = { value: Cents; p5: Cents; p50: Cents; p95: Cents }

/**
 * How far a price lies below the value, as a share of the value: 0.2 is 20 % below, −0.1 is 10 % above. Undefined
 * where the value is nothing.
 */
export function valueGap(price: UsdUnits, value: Cents): number | undefined {
  if (value <= 0n) return undefined
  const units = value * 10_000n
  return Number(((units - price) * 1_000_000n) / units) / 1_000_000
}

/** Where a price stands against the interval of realised values. */
export function pricePlace(price: UsdUnits, interval: ValueInterval): 'below' | 'inside' | 'above' {
  const cents = unitsToCentsDown(price)
  if (cents < interval.p5) return 'below'
  return cents > interval.p95 ? 'above' : 'inside'
}

const DAYS_PER_YEAR = 365.25

/**
 * Simple annual yield of a position at a price: a year's net rewards over the price. No growth, no decay.
 * @param netPerDay dollars a day after running cost; may be negative
 */
export function annualYield(price: UsdUnits, netPerDay: number): number | undefined {
  const dollars = Number(price) / 1e6
  return dollars > 0 && Number.isFinite(netPerDay) ? (netPerDay * DAYS_PER_YEAR) / dollars : undefined
}

/**
 * Days until net rewards, steady at today's level, have paid the price; undefined where they never will.
 * @param netPerDay dollars a day after running cost
 */
export function daysToBreakEven(price: UsdUnits, netPerDay: number): number | undefined {
  const days = Number(price) / 1e6 / netPerDay
  return netPerDay > 0 && Number.isFinite(days) ? days : undefined
}
