import {
  type CostStep,
  type EntryPoint,
  fixedPool,
  freeEntry,
  growingPool,
  type RewardPool,
  replicated,
} from '@/lib/mechanism/congestion/free-entry'
import type { Knobs } from './number-knobs'

/** What free entry rests on: costs by operator, and the devices and dollars of the month. */
export type EntryGround = {
  steps: readonly CostStep[]
  nodes: number
  rewardsUsd: number
  /** YYYY-MM */
  month: string
}

/** A pool, in words, and where entry into it rests. */
export type PooledEntry = { name: string; elasticity: number; pool: RewardPool; points: EntryPoint[] }

/** Entry into a fixed pool, and into one that grows with the network where the power is above zero. */
export function entryAt(
  { steps, nodes, rewardsUsd }: EntryGround,
  { pool: share, reach, elasticity }: Knobs,
): { rising: CostStep[]; total: number; pools: PooledEntry[] } {
  const could = replicated(steps, reach!)
  const usd = rewardsUsd * share!
  const rested = (name: string, power: number, pool: RewardPool) => ({
    name,
    elasticity: power,
    pool,
    points: freeEntry(could, pool),
  })
  return {
    rising: could.sort((a, b) => a.costUsd - b.costUsd),
    total: could.reduce((sum, step) => sum + step.nodes, 0),
    pools: [
      rested('fixed pool', 0, fixedPool(usd)),
      ...(elasticity! > 0 ? [rested('growing pool', elasticity!, growingPool(usd, nodes, elasticity!))] : []),
    ],
  }
}

/** The last point of rest that entry leads to from today's devices: up to the next stable point, or down to it. */
export function restFrom(points: readonly EntryPoint[], nodes: number): EntryPoint {
  const barrier = points.filter(({ stability, nodes: at }) => stability === 'unstable' && at <= nodes).at(-1)
  const above = points.filter(({ nodes: at }) => barrier === undefined || at > barrier.nodes)
  return above.find(({ stability }) => stability === 'stable') ?? points[0]!
}
