import type { BasketQuery } from '@/lib/market/basket-query'
import type { LiveListing, MarketRow } from '@/lib/market/market-row'
import type { BasketPlan, HeldPosition } from './plan-basket'
import type { WhyNot } from './why-not-more'

/** A listing that was looked at. */
export type BasketRow = Omit<MarketRow, 'listing'> & {
  listing: LiveListing
  held: HeldPosition | undefined
  /** why it is not held, or not more of it */
  why: WhyNot | undefined
}

/** A basket as its page shows it. */
export type BasketAnswer = {
  query: BasketQuery
  /** head time: what is fillable was judged by it */
  now: Date
  /** number of the block it was judged at */
  head: number
  plan: Omit<BasketPlan, 'held' | 'why'>
  /** in the order of their weight, then of their mean gain per dollar */
  rows: BasketRow[]
  /** listings fillable now, and how many of them were not looked at: dearer than the budget, without scenarios yet, beyond the most */
  fillable: number
  dearer: number
  undrawn: number
  further: number
  /** of the fillable ones. Base units */
  cheapest: bigint | undefined
  /** what a group is called, such as `network:helium-iot` */
  names: Record<string, string>
}
