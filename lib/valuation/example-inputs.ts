import type { Figure, ValuationInputs } from './inputs'

const assumed = (value: number): Figure => ({ value, source: 'assumption', note: 'example' })

/** A plain device with round figures: $50 a month, $10 of cost, five years. For tests and documentation. */
export function exampleInputs(changes: Partial<Record<keyof ValuationInputs, number>> = {}): ValuationInputs {
  const figures = {
    tokenPrice: 2,
    networkReward: 25,
    deviceRatio: 1.2,
    uptimeFactor: 1,
    runningCost: 10,
    runningCostLow: 7,
    runningCostHigh: 14,
    rewardGrowth: 0,
    rewardGrowthDeviation: 0.2,
    volatility: 0.8,
    levelDeviation: 0.15,
    nodeGrowth: 0.2,
    nodeGrowthDeviation: 0.2,
    nodeGrowthHalfLife: 9,
    hazard: 0.2,
    hazardDeviation: 0.5,
    requiredReturn: 0.25,
    horizon: 60,
    salvage: 120,
    salvageDecay: 0.35,
    ...changes,
  }
  return {
    asOf: '2024-06',
    tokenPrice: assumed(figures.tokenPrice),
    networkReward: assumed(figures.networkReward),
    deviceRatio: assumed(figures.deviceRatio),
    uptimeFactor: assumed(figures.uptimeFactor),
    runningCost: assumed(figures.runningCost),
    runningCostLow: assumed(figures.runningCostLow),
    runningCostHigh: assumed(figures.runningCostHigh),
    rewardGrowth: assumed(figures.rewardGrowth),
    rewardGrowthDeviation: assumed(figures.rewardGrowthDeviation),
    volatility: assumed(figures.volatility),
    levelDeviation: assumed(figures.levelDeviation),
    nodeGrowth: assumed(figures.nodeGrowth),
    nodeGrowthDeviation: assumed(figures.nodeGrowthDeviation),
    nodeGrowthHalfLife: assumed(figures.nodeGrowthHalfLife),
    hazard: assumed(figures.hazard),
    hazardDeviation: assumed(figures.hazardDeviation),
    requiredReturn: assumed(figures.requiredReturn),
    horizon: assumed(figures.horizon),
    salvage: assumed(figures.salvage),
    salvageDecay: assumed(figures.salvageDecay),
  }
}
