import type { MarketRow } from './market-row'
import { annualYield, daysToBreakEven } from './price-figures'

/** What a row's price earns. All undefined where price or net reward is not known. */
export type RowReturn = {
  /** a share of the price a year; undefined where the device loses money: a loss is no yield, however cheap the device */
  yield: number | undefined
  /** until net reward has paid the price; undefined where it never does */
  days: number | undefined
  /** USD a month by which running cost is above the reward; undefined where it is not */
  loss: number | undefined
}

const MONTHS_A_YEAR = 12
const DAYS_A_YEAR = 365.25

/** A year's net reward over the price, and the days until it has paid the price, steady at today's level; or what is lost. */
export function rowReturn({ listing, netPerMonth }: Pick<MarketRow, 'listing' | 'netPerMonth'>): RowReturn {
  if (!listing || netPerMonth === undefined) return { yield: undefined, days: undefined, loss: undefined }
  if (netPerMonth < 0) return { yield: undefined, days: undefined, loss: -netPerMonth }
  const perDay = (netPerMonth * MONTHS_A_YEAR) / DAYS_A_YEAR
  return {
    yield: annualYield(listing.price, perDay),
    days: daysToBreakEven(listing.price, perDay),
    loss: undefined,
  }
}
