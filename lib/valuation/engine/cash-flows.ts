import { ARRIVING, IN_TRANSIT, LEAVING, SCRAPPED } from './action-codes'
import type { Scenarios } from './scenarios'
import type { Terms } from './terms'

export type PathValues = {
  /** mean present value given everything but the time of failure. USD */
  expected: Float64Array
  /** present value with the path's own time of failure. USD */
  realised: Float64Array
}

/**
 * Present value of every path under these actions. A month's margin comes while the device lives; a month that would
 * lose money is idled; failing, scrapping and the horizon sell the hardware; leaving for another network costs.
 */
export function pathValues(terms: Terms, scenarios: Scenarios, actions: Uint8Array): PathValues {
  const { months, discount, alive, salvage } = terms
  const expected = new Float64Array(scenarios.paths)
  const realised = new Float64Array(scenarios.paths)
  for (let path = 0; path < scenarios.paths; path++) {
    const deathLevel = scenarios.deathLevel[path]!
    let sum = 0
    let own = 0
    let isAlive = true
    let t = 0
    for (; t < months; t++) {
      const code = actions[path * months + t]!
      if (code === SCRAPPED) break
      if (code & LEAVING) {
        sum -= alive[t]! * discount[t]! * terms.moveCost
        if (isAlive) own -= discount[t]! * terms.moveCost
      }
      const margin = marginUnder(terms, scenarios, code, path, t)
      const next = alive[t + 1]!
      sum += next * discount[t + 1]! * margin + (alive[t]! - next) * salvage[t + 1]!
      if (isAlive) {
        if (next > deathLevel) own += discount[t + 1]! * margin
        else {
          own += salvage[t + 1]!
          isAlive = false
        }
      }
    }
    expected[path] = sum + alive[t]! * salvage[t]!
    realised[path] = isAlive ? own + salvage[t]! : own
  }
  return { expected, realised }
}

/**
 * The `expected` of `pathValues` for a device that is in one network from the start and stays: the same sums in the same
 * order, without looking up actions.
 * @param network 0 here, k the k-th other one
 */
export function stayingValues(terms: Terms, scenarios: Scenarios, network: number): Float64Array {
  const { months, discount, alive, salvage } = terms
  const expected = new Float64Array(scenarios.paths)
  const means = terms.means[network]!
  const noise = scenarios.noise[network]!
  const end = alive[months]! * salvage[months]!
  const factors = new Float64Array(months)
  const hardware = new Float64Array(months)
  for (let t = 0; t < months; t++) {
    factors[t] = alive[t + 1]! * discount[t + 1]!
    hardware[t] = (alive[t]! - alive[t + 1]!) * salvage[t + 1]!
  }
  for (let path = 0; path < scenarios.paths; path++) {
    const cost = network === 0 ? terms.ownCosts[scenarios.cost[path]!]! : terms.moveCosts[network - 1]!
    const at = path * months
    let sum = 0
    for (let t = 0; t < months; t++) {
      const margin = means[t]! * noise[at + t]! - cost
      sum += (margin > 0 ? factors[t]! * margin : 0) + hardware[t]!
    }
    expected[path] = sum + end
  }
  return expected
}

/**
 * Rewards less cost of month t + 1 under an action's code, as long as the device lives: nothing in a month that would
 * lose money or is lost to a move. USD.
 */
export function marginUnder(
  terms: Terms,
  scenarios: Scenarios,
  code: number,
  path: number,
  t: number,
): number {
  const situation = code & 15
  const network = situation > terms.moveCosts.length ? 0 : situation
  const cost = network === 0 ? terms.ownCosts[scenarios.cost[path]!]! : terms.moveCosts[network - 1]!
  const margin = terms.means[network]![t]! * scenarios.noise[network]![path * terms.months + t]! - cost
  if (margin < 0 || code & IN_TRANSIT) return 0
  return code & ARRIVING ? margin * terms.arrivalShare : margin
}

/** Mean over paths. */
export function meanValue(values: Float64Array): number {
  let sum = 0
  for (let path = 0; path < values.length; path++) sum += values[path]!
  return sum / values.length
}
