import type { EngineInputs } from '@/lib/valuation/engine/inputs'
import type { MarketNetwork } from '@/lib/valuation/engine/market-draws'

/** Devices of equal inputs on one network. */
export type FleetGroup = {
  network: string
  /** with every other network of the category among its moves */
  inputs: EngineInputs
  /** position ids */
  devices: readonly number[]
}

export type FleetTask = {
  groups: readonly FleetGroup[]
  /** each network that a device stands on or could serve, with the devices it has in all */
  networks: readonly (MarketNetwork & { nodes: number })[]
  /** of the networks' log rewards, in their order, symmetric with ones on the diagonal */
  correlations: readonly (readonly number[])[]
  /** assumption: most devices of one operator that a network takes, as a share of its nodes */
  capacityShare: number
  /** times the assumed cost of a move */
  costFactor: number
}

/** One device's move, on its own; the fleet's dilution of itself is beside the sum. USD */
export type PlannedMove = {
  positionId: number
  from: string
  to: string
  /** mean gain, cost of the move paid, weighed by the chance that the device can serve the network */
  gainUsd: number
  /** what nine in ten scenarios lie between */
  p5Usd: number
  p95Usd: number
  /** share of scenarios in which it gains, of those in which the device can serve the network */
  chance: number
  compatibility: number
  costUsd: number
  /** months without rewards, and what they would have brought */
  monthsLost: number
  lostUsd: number
  /** rewards a month, here and there */
  fromMonthlyUsd: number
  toMonthlyUsd: number
  /** what the others there lose a month if the pool is fixed, and what the others here gain */
  othersLoseUsd: number
  othersGainUsd: number
  /** months until cost and lost rewards are earned back, on average; null if not within the horizon */
  paybackMonths: number | null
}

/** Devices that stay, of one network, against the best place they could go. */
export type StayingGroup = {
  network: string
  devices: number
  /** undefined where the category has no other network */
  best: { to: string; gainUsd: number; costUsd: number } | undefined
  /** what keeps them: no network to go to; a full one; the cost of the move; or what it pays */
  because: 'alone' | 'capacity' | 'cost' | 'pay'
}

export type FleetAnswer = {
  devices: number
  /** present value of all devices where they stand */
  todayUsd: number
  gainUsd: number
  p5Usd: number
  p95Usd: number
  /**
   * part of `gainUsd`: what the fleet's own devices take from each other, and each mover from its own new reward, more than
   * today; above zero where those who stay are diluted less
   */
  ownDilutionUsd: number
  moves: PlannedMove[]
  stays: StayingGroup[]
  /** networks that take no more of these devices, and what one more place would bring */
  full: { network: string; capacity: number; worthUsd: number }[]
  /** the same plan found anew at other costs of a move */
  sensitivity: { factor: number; gainUsd: number; moves: number }[]
  paths: number
  horizonMonths: number
}
