import type { Candidate } from './basket'

/** What a buyer asks for. Limits are shares of the budget, so that they grow with it. */
export type BasketRequest = {
  candidates: readonly Candidate[]
  budgetUsd: number
  /** level of the tail, 0.95 */
  beta: number
  objective: { kind: 'tail'; share: number } | { kind: 'variance'; aversion: number }
  /** most of the budget that a group may take, such as `network:helium-iot` */
  caps: readonly { group: string; share: number }[]
  whole: boolean
}

/** What one dollar more of each limit adds to the mean gain (or its worth), with shares. */
export type LimitPrices = {
  /** of the budget, the limits in dollars staying */
  budget: number
  /** of the limit on the tail */
  tail: number
  caps: { group: string; price: number }[]
  /** of the budget, all limits growing with it */
  inProportion: number
}
