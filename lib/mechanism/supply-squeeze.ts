import { InvalidInputError } from '@/lib/core/errors'

/** What stands against each other in a network. */
export type FloatAndDemand = {
  /** positions of the network */
  supply: number
  /** of them, those that could be bought now */
  listed: number
  /** accounts with an offer, money behind it, that an owner could take now, of the median of the value at least */
  bidders: number
  /** positions cleanly sold in thirty days, each once: what was wanted and paid for */
  sales: number
  /** accounts that watch one of its positions and bid on none: interest that costs nothing */
  watchers: number
}

export type Squeeze = {
  /** buyers to be expected, a watcher counted as a quarter of one */
  demand: number
  /** demand for each listing; undefined where nothing is listed */
  pressure: number | undefined
  isSqueezed: boolean
}

export const SQUEEZE_RULES = {
  /** what a watcher counts: watching is free, so it may not make a squeeze by itself */
  watcherWeight: 0.25,
  /** of the demand, at most this share may be watchers */
  watcherShare: 0.5,
  /** from this demand a listing on */
  pressure: 2,
  /** and from this demand on: one buyer is no market */
  demand: 3,
}

/**
 * Whether a network's listed float is short of those who want it: a squeeze is demand for at least two positions to each
 * one listed, and for three in all. Demand is bidders, clean sales of thirty days, and watchers at a quarter each who
 * may make up no more than half of it, so that accounts that cost nothing cannot call a squeeze.
 *
 * @throws InvalidInputError for counts that are none
 */
export function supplySqueeze(counts: FloatAndDemand, rules = SQUEEZE_RULES): Squeeze {
  const { supply, listed, bidders, sales, watchers } = counts
  if (![supply, listed, bidders, sales, watchers].every((count) => Number.isSafeInteger(count) && count >= 0))
    throw new InvalidInputError('Positions and people are counted in whole numbers.')
  const paid = bidders + sales
  const most = (paid * rules.watcherShare) / (1 - rules.watcherShare)
  const demand = paid + Math.min(watchers * rules.watcherWeight, most)
  const pressure = listed === 0 ? undefined : demand / listed
  return {
    demand,
    pressure,
    isSqueezed: demand >= rules.demand && (pressure === undefined || pressure >= rules.pressure),
  }
}
