import { type CostStep, fixedPool, freeEntry } from '../congestion/free-entry'

/** Beyond these many times the nodes that run, devices are not counted: no cost is known of them. */
const REACH = 1_000

/**
 * How far free entry would carry the number of nodes from where it is: nodes at rest over nodes running, less one, for
 * the month's pool of dollars. Two is "three times as many could live on it", −0.4 "four in ten too many".
 *
 * @param poolUsd dollars the network paid in the month
 * @param nodes running in it
 * @param costs what running devices cost, of which the same distribution could be added; one step where a single
 *   break-even stands for all of them
 */
export function entryPressure(poolUsd: number, nodes: number, costs: readonly CostStep[]): number {
  const known = costs.reduce((sum, step) => sum + step.nodes, 0)
  const steps = costs.map((step) => ({ ...step, nodes: (step.nodes / known) * nodes * REACH }))
  const rest = freeEntry(steps, fixedPool(poolUsd)).findLast(({ stability }) => stability === 'stable')
  return (rest?.nodes ?? 0) / nodes - 1
}

/**
 * Break-even of a network whose operators publish no costs: the median of what a node earned in the months known until
 * then. That its nodes stayed for it is all that is known of their costs.
 */
export function latentBreakEven(rewardPerNode: readonly number[]): number {
  const sorted = [...rewardPerNode].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
