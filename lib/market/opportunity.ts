import type { Cents } from '@/lib/core/money'
import type { LiveListing, MarketRow } from './market-row'

/** A listing below the P25 of its value, as it can be filled now. */
export type Opportunity = {
  row: MarketRow & { listing: LiveListing; value: NonNullable<MarketRow['value']> }
  p25: Cents
  /** mean loss against the price in the worst twentieth of scenarios */
  shortfall: Cents
  /** share of scenarios that end below the price */
  lossChance: number
  /** value less price, over shortfall */
  score: number
  /** share of the assumed rewards, and of what the hardware fetches, at which the price is the value; null: none is */
  impliedRewards: number | null
  impliedSalvage: number | null
  /** continuously compounded, a year; null: none does */
  impliedGrowth: number | null
  /** effective, a year; null: none does */
  impliedReturn: number | null
  assumedGrowth: number
  assumedReturn: number
}

export type OpportunityPage = {
  opportunities: Opportunity[]
  /** listings below the median of their value that were looked at, these among them */
  judged: number
  now: Date
}
