import { type CongestionCost, polynomialCost } from './congestion-cost'
import { growingPoolCost } from './growing-pool-cost'
import { type Routing, routeChoice, tolledEquilibrium } from './route-choice'

export type ChoiceNetwork = {
  slug: string
  /** devices today, and the dollars a month they share */
  nodes: number
  poolUsd: number
  /** dollars a month and device */
  runningCostUsd: number
}

/** Where devices stand, and what it means in dollars a month. */
export type Standing = {
  /** devices on each network, and out of service */
  devices: number[]
  idle: number
  /** what a device on each network gets, running cost not yet taken off */
  rewardUsd: number[]
  /** rewards less running costs of all: what operators keep together */
  surplusUsd: number
  /** Beckmann's potential in dollars, the continuous form of Rosenthal's: least at the equilibrium */
  potentialUsd: number
}

export type ChoiceOfNetwork = {
  today: Standing
  equilibrium: Standing
  optimum: Standing
  /** Pigou's toll on each network, dollars a device and month */
  tollUsd: number[]
  /** the equilibrium with these tolls, which are not counted as lost: the optimum */
  tolled: Standing
  /** the optimum's surplus over the equilibrium's; infinite where the equilibrium leaves nothing */
  priceOfAnarchy: number
  /** surplus and potential on the straight way from the optimum (0) to the equilibrium (1) and past it */
  way: { at: number; surplusUsd: number; potentialUsd: number }[]
}

/**
 * Devices that can serve any of these networks, or none: a congestion game with many small players. At the equilibrium
 * none gains by moving or switching off; at the optimum operators together keep most; the toll makes the one the other.
 * Sources: Rosenthal (1973); Beckmann, McGuire & Winsten (1956); Pigou (1920).
 *
 * @param reach devices that could run, over those that do today
 * @param elasticity power by which every pool grows with its network, in (0, 1)
 * @throws InvalidInputError when a figure is out of its range
 */
export function choiceOfNetwork(
  networks: readonly ChoiceNetwork[],
  { reach, elasticity }: { reach: number; elasticity: number },
): ChoiceOfNetwork {
  const costs = [
    ...networks.map(({ poolUsd, nodes, runningCostUsd }) =>
      growingPoolCost(poolUsd, nodes, elasticity, runningCostUsd),
    ),
    polynomialCost([0]),
  ]
  const running = networks.reduce((sum, { nodes }) => sum + nodes, 0)
  const demand = running * reach
  const standing = (flows: readonly number[]): Standing => standingOf(costs, networks, flows)
  const { equilibrium, optimum, tolls } = routeChoice(costs, demand)
  const tollUsd = tolls.slice(0, -1)
  const [rest, best] = [standing(equilibrium.flows), standing(optimum.flows)]
  return {
    today: standing([...networks.map(({ nodes }) => nodes), Math.max(0, demand - running)]),
    equilibrium: rest,
    optimum: best,
    tollUsd,
    tolled: standing(tolledEquilibrium(costs, tolls, demand).flows),
    priceOfAnarchy:
      rest.surplusUsd > 1e-6 * best.surplusUsd ? best.surplusUsd / rest.surplusUsd : Number.POSITIVE_INFINITY,
    way: wayBetween(optimum, equilibrium).map(({ at, flows }) => {
      const { surplusUsd, potentialUsd } = standing(flows)
      return { at, surplusUsd, potentialUsd }
    }),
  }
}

function standingOf(
  costs: readonly CongestionCost[],
  networks: readonly ChoiceNetwork[],
  flows: readonly number[],
): Standing {
  const sum = (of: (cost: CongestionCost, x: number) => number) =>
    costs.reduce((total, cost, i) => (flows[i]! > 0 ? total + of(cost, flows[i]!) : total), 0)
  return {
    devices: flows.slice(0, -1),
    idle: flows.at(-1)!,
    rewardUsd: networks.map(({ runningCostUsd }, i) => runningCostUsd - costs[i]!.at(flows[i]!)),
    surplusUsd: 0 - sum((cost, x) => x * cost.at(x)),
    potentialUsd: sum((cost, x) => cost.integral(x)),
  }
}

/** From the optimum to the equilibrium, and as far past it as every network keeps its devices. */
function wayBetween(optimum: Routing, equilibrium: Routing): { at: number; flows: number[] }[] {
  const steps = Array.from({ length: 31 }, (_, k) => k / 20)
  const between = (t: number) => optimum.flows.map((x, i) => x + t * (equilibrium.flows[i]! - x))
  return steps.map((at) => ({ at, flows: between(at) })).filter(({ flows }) => flows.every((x) => x >= 0))
}
