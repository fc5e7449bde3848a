import type { Cents, UsdUnits } from '@/lib/core/money'
import type { NearestReference } from './reference-price/nearest-reference'
import type { Region } from './region'

/** Reward of the average node in the last month on record, in dollars. */
export type RewardRate = {
  dollarsPerMonth: number
  /** first day of that month */
  month: string
  /** whose average: the position's operator where its own figures are public, else its network */
  basis: 'operator' | 'network'
}

/** An order to sell that can be filled now. */
export type LiveListing = {
  hash: string
  /** the buyer's total, fees included */
  price: UsdUnits
  endTime: Date
  /** bound to the position's state by our zone */
  bound: boolean
}

/** One position as the market's table shows it. */
export type MarketRow = {
  positionId: number
  name: string
  network: { slug: string; name: string }
  operator: string | undefined
  owner: string
  isDemonstration: boolean
  /** the cheapest that can be filled now */
  listing: LiveListing | undefined
  /** the highest offer its owner can accept now: what the buyer would pay */
  bestBid?: UsdUnits | undefined
  /** what others paid for ones like it; undefined where too few did, or nobody asked */
  paid?: Pick<NearestReference, 'scope' | 'price' | 'share' | 'sales'> | undefined
  /** newest valuation, in cents: the mean, which is the value, and quantiles */
  value: { value: Cents; p5: Cents; p50: Cents; p95: Cents } | undefined
  /** its inputs have changed since, and it is being computed anew */
  isStale?: boolean
  reward: RewardRate | undefined
  /** dollars a month after running cost, at the valuation's level of today; may be negative */
  netPerMonth?: number | undefined
  /** share of its complete days in service, by its own signed reports */
  uptime?: number | undefined
  category?: string | undefined
  region?: Region | undefined
}

/** Rows of the market in their order, with the way to those before and after them. */
export type MarketRows = {
  rows: MarketRow[]
  neighbours: { previous?: string; next?: string }
  /** head time: expiry was judged by it */
  now: Date
}

/** How many positions would be shown by each choice of a filter, the other filters being what they are. */
export type Facets = Record<'network' | 'category' | 'region', Record<string, number>>

export type MarketCounts = {
  /** positions that meet the filters, on all pages */
  total: number
  facets: Facets
}
