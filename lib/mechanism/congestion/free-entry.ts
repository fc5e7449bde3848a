import { InvalidInputError } from '@/lib/core/errors'

/** Devices that cost their operator this much a month to run. */
export type CostStep = { nodes: number; costUsd: number }

export type EntryPoint = {
  /** devices running */
  nodes: number
  /** dollars a device gets there in a month */
  rewardPerNode: number
  /** stable: a few more or fewer devices, and entry and exit lead back; unstable: they lead away */
  stability: 'stable' | 'unstable'
  /** where it lies: nobody runs, everybody of the distribution runs, or in between */
  kind: 'none' | 'interior' | 'all'
}

/**
 * Dollars a month that all devices share, by how many run. The reward per device rises up to `peak` devices and falls
 * from there on; without a peak it goes one way only.
 */
export type RewardPool = ((nodes: number) => number) & { readonly peak?: number }

/** A pool fixed in dollars: reward per device falls as 1/n. */
export const fixedPool =
  (usd: number): RewardPool =>
  () =>
    usd

/** A pool that grows with the network as (n / n₀)^η from `usd` at n₀: η = 1 Sarnoff, 2 Metcalfe. */
export const growingPool =
  (usd: number, atNodes: number, elasticity: number): RewardPool =>
  (nodes) =>
    usd * (nodes / atNodes) ** elasticity

/** A pool that starts with the square of the network and saturates: `most` · n² / (n² + half²). */
export const saturatingPool = (most: number, half: number): RewardPool =>
  Object.assign((nodes: number) => (most * nodes * nodes) / (nodes * nodes + half * half), { peak: half })

/** The same distribution of costs over `factor` times as many devices: those who run and those who could. */
export function replicated(steps: readonly CostStep[], factor: number): CostStep[] {
  if (!(factor > 0 && factor < 1e6))
    throw new InvalidInputError('The number of devices is multiplied by more than zero.')
  return steps.map(({ nodes, costUsd }) => ({ nodes: nodes * factor, costUsd }))
}

/**
 * Where free entry comes to rest. Devices enter cheapest first while pool(n)/n exceeds the cost of the next one and
 * leave dearest first while it falls short; every point at which the difference changes sign is listed, from none
 * running to all: between two costs, and on either side of the pool's peak, there is at most one. A fixed pool has one stable point. A pool that grows with the network can have unstable ones as
 * well: below such a point the network shrinks away, above it it grows by itself (critical mass).
 *
 * @param steps cost distribution, in any order
 * @throws InvalidInputError when there are no steps or a figure is out of range
 */
export function freeEntry(steps: readonly CostStep[], pool: RewardPool): EntryPoint[] {
  if (
    steps.length === 0 ||
    !steps.every(({ nodes, costUsd }) => nodes > 0 && nodes < 1e12 && costUsd >= 0 && costUsd < 1e12)
  )
    throw new InvalidInputError('The cost distribution needs devices above zero and costs not below zero.')
  const rising = [...steps].sort((a, b) => a.costUsd - b.costUsd)
  const total = rising.reduce((sum, { nodes }) => sum + nodes, 0)
  const reward = (nodes: number) => pool(nodes) / nodes
  const point = (
    nodes: number,
    stability: EntryPoint['stability'],
    kind: EntryPoint['kind'],
  ): EntryPoint => ({
    nodes,
    rewardPerNode: nodes > 0 ? reward(nodes) : 0,
    stability,
    kind,
  })
  const first = total * 1e-9
  const found: EntryPoint[] = []
  let wasGain = reward(first) > rising[0]!.costUsd
  if (!wasGain) found.push(point(0, 'stable', 'none'))
  let start = first
  let end = 0
  for (const { nodes, costUsd } of rising) {
    end += nodes
    // a step up in cost can only end entry
    if (wasGain && reward(start) <= costUsd) {
      found.push(point(start, 'stable', 'interior'))
      wasGain = false
    }
    const isPeakInside = pool.peak !== undefined && pool.peak > start && pool.peak < end
    let from = start
    for (const to of isPeakInside ? [pool.peak!, end] : [end]) {
      const isGain = reward(to) > costUsd
      if (isGain !== wasGain) {
        found.push(
          point(crossing(reward, costUsd, from, to, wasGain), wasGain ? 'stable' : 'unstable', 'interior'),
        )
        wasGain = isGain
      }
      from = to
    }
    start = end
  }
  if (wasGain) found.push(point(total, 'stable', 'all'))
  return found
}

function crossing(
  reward: (nodes: number) => number,
  costUsd: number,
  from: number,
  to: number,
  gainsAtStart: boolean,
): number {
  let [low, high] = [from, to]
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2
    if (middle === low || middle === high) break
    if (reward(middle) > costUsd === gainsAtStart) low = middle
    else high = middle
  }
  return (low + high) / 2
}
