import { type ChoiceOfNetwork, choiceOfNetwork } from '@/lib/mechanism/congestion/choice-of-network'
import type { Knobs } from '../number-knobs'

export type CongestionNetwork = {
  slug: string
  name: string
  nodes: number
  poolUsd: number
  month: string
  runningCostUsd: number
  isCostKnown: boolean
}

/** The choice of a network at the figures set: running costs as multiplied, and where that rests. */
export function choiceAt(
  networks: readonly CongestionNetwork[],
  { elasticity, reach, cost }: Knobs,
): { priced: CongestionNetwork[]; found: ChoiceOfNetwork } {
  const priced = networks.map((one) => ({ ...one, runningCostUsd: one.runningCostUsd * cost! }))
  return { priced, found: choiceOfNetwork(priced, { reach: reach!, elasticity: elasticity! }) }
}

/** Whose figures a choice rests on, with their months. */
export function sourceOf(networks: readonly CongestionNetwork[]): string {
  const months = [...new Set(networks.map(({ month }) => month))].sort().join(', ')
  const operators = networks.some(({ isCostKnown }) => isCostKnown)
    ? ' and the relay network’s operators'
    : ''
  return `nodes and rewards of ${months}, 1kx-network/depin_tokenomics${operators}; running costs as on the page`
}
