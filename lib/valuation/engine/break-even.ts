import { InvalidInputError } from '@/lib/core/errors'
import { LEAVING, SCRAPPED } from './action-codes'
import { marginUnder } from './cash-flows'
import type { ValuedRun } from './value-with-engine'

const DAYS_PER_MONTH = 365.25 / 12

export type BreakEven = {
  /** chance that cash in hand reaches the price before the horizon, hardware sale included */
  probability: number
  /** by month: chance that it does so in month t + 1 */
  byMonth: Float64Array
  /** days until then that one, five and nine in ten of all holders do not exceed; null where fewer ever do */
  days: { p10: number | null; p50: number | null; p90: number | null }
}

/**
 * When a buyer at this price has it back, undiscounted: rewards less costs, moves paid, hardware sold at failure, scrapping
 * or the horizon. Within a month cash comes evenly.
 *
 * @param price USD, above zero
 * @throws InvalidInputError for a price that is not
 */
export function breakEven(run: ValuedRun, price: number): BreakEven {
  if (!(price > 0 && price < Number.POSITIVE_INFINITY))
    throw new InvalidInputError(`${price} is not a price.`)
  const { months } = run.terms
  const { paths } = run.scenarios
  const byMonth = new Float64Array(months)
  const days = new Float64Array(paths)
  for (let path = 0; path < paths; path++) {
    const month = monthsUntil(run, path, price)
    days[path] = month * DAYS_PER_MONTH
    if (month <= months) byMonth[Math.max(Math.ceil(month) - 1, 0)]! += 1 / paths
  }
  days.sort()
  const day = (share: number) => {
    const found = days[Math.ceil(share * paths) - 1]!
    return Number.isFinite(found) ? found : null
  }
  return {
    probability: days.filter(Number.isFinite).length / paths,
    byMonth,
    days: { p10: day(0.1), p50: day(0.5), p90: day(0.9) },
  }
}

/** Months until a path's cash reaches the price; ∞ where it never does. */
function monthsUntil(run: ValuedRun, path: number, price: number): number {
  const { terms, scenarios, actions } = run
  const { months, alive, discount, salvage } = terms
  const hardware = (t: number) => salvage[t]! / discount[t]!
  const deathLevel = scenarios.deathLevel[path]!
  let cash = 0
  for (let t = 0; t < months; t++) {
    const code = actions[path * months + t]!
    if (code === SCRAPPED) return cash + hardware(t) >= price ? t : Number.POSITIVE_INFINITY
    if (code & LEAVING) cash -= terms.moveCost
    if (alive[t + 1]! <= deathLevel) return cash + hardware(t + 1) >= price ? t + 1 : Number.POSITIVE_INFINITY
    const margin = marginUnder(terms, scenarios, code, path, t)
    if (cash + margin >= price) return t + (price - cash) / margin
    cash += margin
  }
  return cash + hardware(months) >= price ? months : Number.POSITIVE_INFINITY
}
