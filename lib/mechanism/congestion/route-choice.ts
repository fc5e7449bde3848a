import { InvalidInputError } from '@/lib/core/errors'
import type { CongestionCost } from './congestion-cost'

export type Routing = {
  /** devices on each network */
  flows: number[]
  /** Σ x c(x) */
  totalCost: number
  /** cost, or marginal cost, that all networks in use share */
  level: number
  /** Beckmann's potential, Σ ∫ c: least at the equilibrium */
  potential: number
}

export type AnarchyReport = {
  equilibrium: Routing
  optimum: Routing
  /** total cost at equilibrium over that at the optimum; undefined where the optimum does not cost above zero */
  priceOfAnarchy: number | undefined
  /** Pigou's toll on each network, x c′(x) at the optimum: with it the equilibrium is the optimum */
  tolls: number[]
}

/**
 * Many small operators spread over networks: Wardrop's equilibrium (no device gains by moving), the optimum (total
 * cost least) and what lies between them.
 * Sources: Wardrop (1952); Beckmann, McGuire & Winsten (1956); Roughgarden & Tardos (2002).
 *
 * @param demand devices to place, above zero
 */
export function routeChoice(costs: readonly CongestionCost[], demand: number): AnarchyReport {
  if (costs.length === 0 || !(demand > 0 && demand < 1e12))
    throw new InvalidInputError('Give at least one network and a number of devices above zero.')
  const equilibrium = spread(costs, demand, ({ at }) => at)
  const optimum = spread(costs, demand, ({ marginal }) => marginal)
  return {
    equilibrium,
    optimum,
    priceOfAnarchy: optimum.totalCost > 0 ? equilibrium.totalCost / optimum.totalCost : undefined,
    tolls: costs.map(({ at, marginal }, i) => {
      const x = optimum.flows[i]!
      return x > 0 ? marginal(x) - at(x) : 0
    }),
  }
}

/** The equilibrium when each network charges its toll. */
export function tolledEquilibrium(
  costs: readonly CongestionCost[],
  tolls: readonly number[],
  demand: number,
): Routing {
  const tolled = spread(costs, demand, (cost) => (x) => cost.at(x) + tolls[costs.indexOf(cost)]!)
  return { ...tolled, totalCost: totalCost(costs, tolled.flows), potential: potential(costs, tolled.flows) }
}

/** Equalises `rule` over the networks in use by bisection on its common level. */
function spread(
  costs: readonly CongestionCost[],
  demand: number,
  rule: (cost: CongestionCost) => (x: number) => number,
): Routing {
  const rules = costs.map(rule)
  const smallest = demand * 1e-12
  /** the most devices a network takes without its level passing this one */
  const capacity = (f: (x: number) => number, level: number) => {
    if (f(smallest) > level) return 0
    if (f(demand) <= level) return demand
    let [low, high] = [smallest, demand]
    for (let step = 0; step < 100 && high - low > 1e-15 * demand; step++) {
      const middle = (low + high) / 2
      if (f(middle) <= level) low = middle
      else high = middle
    }
    return low
  }
  const capacities = (level: number) => rules.map((f) => capacity(f, level))
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
  // below the least cost nobody fits, at the greatest everybody does
  const least = Math.min(...rules.map((f) => f(smallest)))
  let low = least - Math.max(1, Math.abs(least)) * 1e-6
  let high = Math.max(...rules.map((f) => f(demand)))
  for (let step = 0; step < 200 && high > low; step++) {
    const middle = (low + high) / 2
    if (middle === low || middle === high) break
    if (sum(capacities(middle)) < demand) low = middle
    else high = middle
  }
  // flat costs jump from none to all at the level: what is missing there is put on them
  const below = capacities(low)
  const above = capacities(high)
  const room = above.map((value, i) => value - below[i]!)
  const missing = demand - sum(below)
  const total = sum(room)
  const flows = below.map((value, i) => value + (missing * room[i]!) / total)
  return { flows, totalCost: totalCost(costs, flows), level: high, potential: potential(costs, flows) }
}

function totalCost(costs: readonly CongestionCost[], flows: readonly number[]): number {
  return costs.reduce((sum, { at }, i) => (flows[i]! > 0 ? sum + flows[i]! * at(flows[i]!) : sum), 0)
}

function potential(costs: readonly CongestionCost[], flows: readonly number[]): number {
  return costs.reduce((sum, { integral }, i) => (flows[i]! > 0 ? sum + integral(flows[i]!) : sum), 0)
}
