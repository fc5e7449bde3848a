import { describe, expect, it } from 'vitest'
import { logCovariance } from '../reward-process'
import { exampleEngineInputs } from './example-engine-inputs'
import { observePaths } from './observed-paths'
import { boundPolicy } from './policy-bound'
import { expectedLog, rewardFilter } from './reward-filter'
import { drawScenarios } from './scenarios'
import { rewardProcesses } from './terms'
import { valueWithEngine } from './value-with-engine'

const quick = { seed: 1, paths: 120, fitPaths: 768, inner: 16 }
const small = { seed: 3, paths: 2048, policyPaths: 256 }

describe('the bound of what a policy could be worth', () => {
  it.each([
    ['a plain device', { horizon: 24 }],
    ['two other networks', { horizon: 18, moves: [{}, { reward: 60, correlation: 0.2 }] }],
    ['a device that hardly pays', { horizon: 18, networkReward: 8, deviceRatio: 0.8 }],
    ['jumps', { horizon: 18, jumpIntensity: 20, jumpMean: -0.05, jumpDeviation: 0.1 }],
    ['nowhere to go', { horizon: 18, moves: [] }],
  ])('lies above the value and not far: %s', (_name, changes) => {
    const inputs = exampleEngineInputs(changes)
    const { value, valuation } = valueWithEngine(inputs, small)
    const { upper, standardError } = boundPolicy(inputs, quick)
    const error = 3 * Math.hypot(standardError, valuation.standardError)
    expect(upper).toBeGreaterThan(value - error)
    expect(upper).toBeLessThan(1.05 * value + error)
    expect(error).toBeLessThan(0.08 * value)
  })

  it('is the value itself where there is no chance', () => {
    const certain = {
      volatility: 0,
      levelDeviation: 0,
      nodeGrowth: 0,
      nodeGrowthDeviation: 0,
      runningCost: 0,
    }
    const inputs = exampleEngineInputs({
      ...certain,
      networkReward: 25,
      deviceRatio: 1,
      runningCostLow: 0,
      runningCostHigh: 0,
      rewardGrowthDeviation: 0,
      hazard: 0,
      requiredReturn: 0,
      horizon: 12,
      salvage: 0,
      compatibility: 1,
      moveCost: 30,
      moves: [{ ...certain, reward: 80 }],
    })
    expect(boundPolicy(inputs, { ...quick, paths: 8, fitPaths: 128 }).upper).toBeCloseTo(80 * 11.5 - 30, 6)
  })

  it('holds for moves that take months, and for a chance of them', () => {
    const inputs = exampleEngineInputs({ horizon: 18, moveMonths: 2.25, compatibility: 0.4 })
    const { value } = valueWithEngine(inputs, small)
    const { upper, standardError } = boundPolicy(inputs, quick)
    expect(upper).toBeGreaterThan(value - 3 * standardError)
    expect(upper).toBeLessThan(1.06 * value + 3 * standardError)
  })
})

describe('what the holder expects', () => {
  it('is the regression on the months before: of one, the ratio of the covariances', () => {
    const inputs = exampleEngineInputs({ horizon: 6, moves: [] })
    const filter = rewardFilter(inputs)
    const [process] = rewardProcesses(inputs)
    const epsilon = Float64Array.of(1.3, 0, 0, 0, 0, 0)
    const first = expectedLog(filter, 0, 0, epsilon, 0)
    const third = expectedLog(filter, 2, 0, epsilon, 0)
    expect(third / first).toBeCloseTo(logCovariance(process!, 0, 2) / logCovariance(process!, 0, 0), 10)
  })

  it('concerns the paths of the valuation: the same means, variances and correlations', () => {
    const inputs = exampleEngineInputs({
      horizon: 9,
      jumpIntensity: 6,
      jumpMean: -0.1,
      jumpDeviation: 0.1,
      moves: [{}, { volatility: 1, correlation: -0.3 }],
    })
    const jumps = rewardProcesses(inputs).map((process) => process.jumps)
    const mine = observePaths(rewardFilter(inputs), jumps, 20_000, 5)
    const theirs = drawScenarios(inputs, 20_000, 6)
    const logs = (of: typeof theirs, k: number) =>
      Float64Array.from({ length: of.paths }, (_, path) => Math.log(of.noise[k]![path * 9 + 8]!))
    const mean = (x: Float64Array) => x.reduce((a, b) => a + b, 0) / x.length
    const covariance = (x: Float64Array, y: Float64Array) =>
      mean(x.map((one, i) => one * y[i]!)) - mean(x) * mean(y)
    for (const j of [0, 1, 2]) {
      expect(mean(logs(mine, j))).toBeCloseTo(mean(logs(theirs, j)), 1)
      for (const k of [0, 1, 2])
        expect(
          Math.abs(covariance(logs(mine, j), logs(mine, k)) - covariance(logs(theirs, j), logs(theirs, k))),
        ).toBeLessThan(0.03)
    }
  })
})
