import { describe, expect, it } from 'vitest'
import { exampleEngineInputs } from './example-engine-inputs'
import { boundPolicy } from './policy-bound'
import { valueWithEngine } from './value-with-engine'

/** Bound and value on few paths, with three standard errors of the two together. */
function boundAndValue(changes: Parameters<typeof exampleEngineInputs>[0]) {
  const inputs = exampleEngineInputs({ horizon: 18, ...changes })
  const { value, valuation } = valueWithEngine(inputs, { seed: 3, paths: 2048, policyPaths: 256 })
  const { upper, standardError } = boundPolicy(inputs, { seed: 1, paths: 120, fitPaths: 768, inner: 16 })
  return { value, upper, error: 3 * Math.hypot(standardError, valuation.standardError) }
}

describe('the bound of what a policy could be worth', () => {
  it.each([
    ['a plain device', { horizon: 24 }],
    ['two other networks', { moves: [{}, { reward: 60, correlation: 0.2 }] }],
    ['a device that hardly pays', { networkReward: 8, deviceRatio: 0.8 }],
    ['jumps', { jumpIntensity: 20, jumpMean: -0.05, jumpDeviation: 0.1 }],
    ['nowhere to go', { moves: [] }],
    ['moves that take months, and a chance of them', { moveMonths: 2.25, compatibility: 0.4 }],
  ])('lies above the value and not far: %s', (_name, changes) => {
    const { value, upper, error } = boundAndValue(changes)
    expect(upper).toBeGreaterThan(value - error)
    expect(upper).toBeLessThan(1.05 * value + error)
    expect(error).toBeLessThan(0.08 * value)
  })

  it('is the value itself where there is no chance: half a month lost, then eleven and a half of the better pay', () => {
    const sure = { volatility: 0, levelDeviation: 0, nodeGrowth: 0, nodeGrowthDeviation: 0, runningCost: 0 }
    const free = { runningCostLow: 0, runningCostHigh: 0, hazard: 0, salvage: 0, requiredReturn: 0 }
    const inputs = exampleEngineInputs({
      ...sure,
      ...free,
      rewardGrowthDeviation: 0,
      networkReward: 25,
      deviceRatio: 1,
      horizon: 12,
      compatibility: 1,
      moveCost: 30,
      moves: [{ ...sure, reward: 80 }],
    })
    const { upper } = boundPolicy(inputs, { seed: 1, paths: 8, fitPaths: 128, inner: 16 })
    expect(upper).toBeCloseTo(80 * 11.5 - 30, 6)
  })
})
