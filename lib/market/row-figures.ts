import type { MarketRow } from './market-row'
import { annualYield, daysToBreakEven } from './price-figures'

/** What a row's price earns: both undefined where price or net reward is not known, the days where it is never earned back. */
export type RowReturn = { yield: number | undefined; days: number | undefined }

const MONTHS_A_YEAR = 12
const DAYS_A_YEAR = 365.25

/** A year's net reward over the price, and the days until net reward has paid it, steady at today's level. */
export function rowReturn({ listing, netPerMonth }: Pick<MarketRow, 'listing' | 'netPerMonth'>): RowReturn {
  if (!listing || netPerMonth === undefined) return { yield: undefined, days: undefined }
  const perDay = (netPerMonth * MONTHS_A_YEAR) / DAYS_A_YEAR
  return { yield: annualYield(listing.price, perDay), days: daysToBreakEven(listing.price, perDay) }
}
