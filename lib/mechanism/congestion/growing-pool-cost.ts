import { InvalidInputError } from '@/lib/core/errors'
import type { CongestionCost } from './congestion-cost'

/**
 * A network whose pool grows with it as P (x / n)^η: each device costs its running cost less (P / n) (x / n)^(η − 1).
 * Of what a newcomer earns the part η is new; the part 1 − η it takes from the others, and that is Pigou's toll.
 *
 * @param poolUsd P > 0: dollars a month that the network pays with `nodes` devices
 * @param nodes n > 0
 * @param elasticity η in (0, 1): the congestion, whatever else, falls with it
 * @param runningCostUsd dollars a month and device
 * @throws InvalidInputError when a figure is out of its range
 */
export function growingPoolCost(
  poolUsd: number,
  nodes: number,
  elasticity: number,
  runningCostUsd: number,
): CongestionCost {
  if (!(poolUsd > 0 && poolUsd < 1e15 && nodes > 0 && nodes < 1e12))
    throw new InvalidInputError('A pool and the devices that share it are above zero.')
  if (!(elasticity > 0 && elasticity < 1 && runningCostUsd >= 0 && runningCostUsd < 1e15))
    throw new InvalidInputError('A pool grows by a power between 0 and 1; a running cost is not below zero.')
  const reward = (x: number) => (poolUsd / nodes) * (x / nodes) ** (elasticity - 1)
  return {
    at: (x) => runningCostUsd - reward(x),
    marginal: (x) => runningCostUsd - elasticity * reward(x),
    integral: (x) => runningCostUsd * x - (poolUsd / elasticity) * (x / nodes) ** elasticity,
  }
}
