/** What a figure of a network can be of. Dollars are US dollars; tokens and supply are in whole tokens. */
export const observedMeasures = [
  'reward_tokens',
  'token_price_usd',
  'rewards_usd',
  'active_nodes',
  'token_supply',
  'token_transfers',
  'token_holders',
] as const
export type ObservedMeasure = (typeof observedMeasures)[number]

/** One thing a source said, at one time. */
export type Observation = {
  /** undefined: of the positions contract, which is every network's */
  network: string | undefined
  measure: ObservedMeasure
  span: 'month' | 'day'
  /** the day, or the first day of the month: YYYY-MM-DD */
  period: string
  /** exact decimal; undefined: the source says that it does not know, or took the figure back */
  value: string | undefined
  /** when the source published it where it says so, else when it was read */
  knownAt: Date
}

/** An observation with the source that made it. */
export type Said = Observation & {
  source: string
  /** when it was put on record here: later than known where a source tells of its own past */
  recordedAt: Date
  /** of the source; lower goes first */
  rank: number
}
