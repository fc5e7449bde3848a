import { discounts, salvageValues } from '../expected-value'
import type { ValuationInputs } from '../inputs'
import { jumpsOf, jumpVariance } from '../jumps'
import { survival } from '../lifetime'
import { type RewardProcess, rewardProcess } from '../reward-process'
import type { EngineInputs, Move } from './inputs'

/** What the months bring before chance comes in; index 0 is today, t the end of month t. */
export type Terms = {
  months: number
  /** present value of a dollar */
  discount: Float64Array
  /** chance to be alive */
  alive: Float64Array
  /** present value of the hardware, sold then. USD */
  salvage: Float64Array
  /** expected rewards of month t + 1 in each network, the present one first. USD */
  means: Float64Array[]
  /** low, middle and high running cost here; USD per month */
  ownCosts: readonly [number, number, number]
  /** running cost in each other network; USD per month */
  moveCosts: readonly number[]
  moveCost: number
  /** whole months a move takes, at least one, and the share of the last of them that still earns */
  transit: number
  arrivalShare: number
}

export function termsOf(inputs: EngineInputs): Terms {
  const lost = inputs.moveMonths.value
  const transit = Math.max(Math.ceil(lost), 1)
  return {
    months: inputs.horizon.value,
    discount: discounts(inputs),
    alive: survival(inputs),
    salvage: salvageValues(inputs),
    means: rewardProcesses(inputs).map((process) => process.means),
    ownCosts: [inputs.runningCostLow.value, inputs.runningCost.value, inputs.runningCostHigh.value],
    moveCosts: inputs.moves.map((move) => move.runningCost.value),
    moveCost: inputs.moveCost.value,
    transit,
    arrivalShare: transit - lost,
  }
}

/** USD per month that the device earns in its network today. */
export function ownReward(inputs: ValuationInputs): number {
  return (
    inputs.networkReward.value *
    inputs.tokenPrice.value *
    inputs.deviceRatio.value *
    inputs.uptimeFactor.value
  )
}

/** Reward processes with entry and exit, here first, then where the device could move. */
export function rewardProcesses(inputs: EngineInputs): RewardProcess[] {
  return [
    engineProcess(inputs, ownReward(inputs), true),
    ...inputs.moves.map((move) =>
      engineProcess(asInputs(inputs, move), move.reward.value * inputs.uptimeFactor.value, true),
    ),
  ]
}

type JumpFigures = Pick<EngineInputs, 'jumpIntensity' | 'jumpMean' | 'jumpDeviation'>

/** `rewardProcess` with the jumps' variance taken out of the random walk, and the jumps beside it. */
export function engineProcess(
  inputs: ValuationInputs & JumpFigures,
  scale: number,
  entry: boolean,
): RewardProcess {
  const process = rewardProcess(inputs, scale, entry)
  const jumps = jumpsOf(inputs)
  if (jumps.intensity === 0) return process
  return { ...process, volatility2: Math.max(process.volatility2 - jumpVariance(jumps), 0), jumps }
}

/** The inputs as they would be there: trend and fading of entry are shared. */
export function asInputs(inputs: EngineInputs, move: Move): EngineInputs {
  return {
    ...inputs,
    runningCost: move.runningCost,
    runningCostLow: move.runningCost,
    runningCostHigh: move.runningCost,
    volatility: move.volatility,
    jumpIntensity: move.jumpIntensity,
    jumpMean: move.jumpMean,
    jumpDeviation: move.jumpDeviation,
    levelDeviation: move.levelDeviation,
    nodeGrowth: move.nodeGrowth,
    nodeGrowthDeviation: move.nodeGrowthDeviation,
  }
}

/**
 * Correlation of each network's random walk with the one here, this one first. What is given concerns the whole log rewards;
 * jumps are each network's own, so the walks beside them must hang together more closely, as far as they can.
 */
export function walkCorrelations(inputs: EngineInputs, processes: readonly RewardProcess[]): number[] {
  const shares = [inputs, ...inputs.moves].map(({ volatility }, k) =>
    processes[k]!.jumps ? Math.sqrt(processes[k]!.volatility2) / volatility.value : 1,
  )
  return [
    1,
    ...inputs.moves.map(({ correlation }, index) => {
      const diffusive = shares[0]! * shares[index + 1]!
      if (diffusive === 1) return correlation.value
      return Math.min(Math.max(correlation.value / Math.max(diffusive, 1e-9), -1), 1)
    }),
  ]
}
