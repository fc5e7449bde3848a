import { describe, expect, it } from 'vitest'
import { logCovariance } from '../reward-process'
import { exampleEngineInputs } from './example-engine-inputs'
import { observePaths } from './observed-paths'
import { expectedLog, rewardFilter } from './reward-filter'
import { drawScenarios } from './scenarios'
import { rewardProcesses } from './terms'

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
