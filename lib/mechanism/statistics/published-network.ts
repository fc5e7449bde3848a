import type { MonthIndex } from '@/lib/valuation/forecast/monthly-series'
import type { CostStep } from '../congestion/free-entry'

/** A network as its publications and our assumptions have it: what monthly statistics are made of. */
export type PublishedNetwork = {
  slug: string
  name: string
  /** in order; undefined is unknown */
  months: readonly PublishedMonth[]
  /** who published the months */
  source: string
  /** devices that are bought, not rented */
  devices: readonly { name: string; priceUsd: number }[]
  /** part of a node's reward that stays with whoever runs it; the rest goes to those who lend it stake: an assumption */
  operatorShare: number
  /** of one node, dollars a month: an assumption */
  runningCostUsd: number | undefined
  /** what forecasts of it came to; undefined where there were none */
  forecasts: { n: number; coverage: number } | undefined
}

export type PublishedMonth = {
  month: MonthIndex
  rewardTokens: number | undefined
  rewardsUsd: number | undefined
  /** `rewardsUsd` is tokens × price: the source gives none, or repeats its tokens in their place */
  isDerived: boolean
  nodes: number | undefined
  tokenPriceUsd: number | undefined
  /** running costs that operators published for the month; empty where none did */
  costs: readonly CostStep[]
  /** nodes by operator, where they are published */
  operators: readonly (readonly [operator: string, nodes: number])[]
}
