import { quantile } from '@/lib/math/statistics/quantiles'
import { LEAVING, SCRAPPED } from './action-codes'
import { marginUnder } from './cash-flows'
import type { ValuedRun } from './value-with-engine'

/** What the cash still to come is worth at the end of a month, discounted to it. USD */
export type ValueAt = { month: number; mean: number; p5: number; p50: number; p95: number }

/**
 * How a position's value runs off: at the end of each month 0 … horizon, mean and quantiles over all paths of the cash
 * still to come under the holder's policy, discounted to that month; a device that has failed or is sold has none left.
 * Month 0 is the realised present value itself: its quantiles are the valuation's.
 */
export function valueOverTime(run: ValuedRun): ValueAt[] {
  const { terms, scenarios } = run
  const { months, discount } = terms
  const { paths } = scenarios
  const left = Array.from({ length: months + 1 }, () => new Float64Array(paths))
  const cash = new Float64Array(months + 1)
  for (let path = 0; path < paths; path++) {
    realisedCash(run, path, cash)
    let sum = 0
    for (let month = months; month >= 0; month--) {
      // what is paid at a month's end is still to come in the months before it
      left[month]![path] = sum / discount[month]!
      sum += cash[month]! * discount[month]!
    }
    // today's own cash belongs to today's value: a move paid, hardware scrapped
    left[0]![path] = sum
  }
  return left.map((values, month) => {
    let mean = 0
    for (const value of values) mean += value / paths
    const ascending = values.sort()
    return {
      month,
      mean,
      p5: quantile(ascending, 0.05),
      p50: quantile(ascending, 0.5),
      p95: quantile(ascending, 0.95),
    }
  })
}

/** Writes a path's cash at the end of each month, undiscounted. USD */
function realisedCash(run: ValuedRun, path: number, cash: Float64Array): void {
  const { terms, scenarios, actions } = run
  const { months, alive, discount, salvage } = terms
  const hardware = (t: number) => salvage[t]! / discount[t]!
  cash.fill(0)
  for (let t = 0; t < months; t++) {
    const code = actions[path * months + t]!
    if (code === SCRAPPED) {
      cash[t]! += hardware(t)
      return
    }
    if (code & LEAVING) cash[t]! -= terms.moveCost
    if (alive[t + 1]! <= scenarios.deathLevel[path]!) {
      cash[t + 1]! += hardware(t + 1)
      return
    }
    cash[t + 1]! += marginUnder(terms, scenarios, code, path, t)
  }
  cash[months]! += hardware(months)
}
