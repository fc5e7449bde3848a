import { describe, expect, it } from 'vitest'
import { expectedMargin } from '../expected-margin'
import { expectedRewards, expectedSalvage } from '../expected-value'
import { expectedMarginWithJumps, jumpCompensator } from '../jumps'
import { stayPut } from './actions'
import { meanValue, pathValues } from './cash-flows'
import { exampleEngineInputs } from './example-engine-inputs'
import { drawScenarios } from './scenarios'
import { rewardProcesses, termsOf } from './terms'
import { valueWithEngine } from './value-with-engine'

// seldom, large and downwards: what a wrong compensator would show in at once
const crashes = { jumpIntensity: 2, jumpMean: -0.3, jumpDeviation: 0.2 }
const small = { seed: 3, paths: 1024, policyPaths: 256 }

describe('jumps in rewards', () => {
  it('leave the mean of every month where it is: compensated by λk, not by λm', () => {
    const inputs = exampleEngineInputs({ ...crashes, horizon: 24, moves: [{ ...crashes }] })
    const { noise, paths, months } = drawScenarios(inputs, 40_000, 5)
    const jumps = { intensity: 2, mean: -0.3, deviation: 0.2 }
    // what E[e^{J − λmt}] would be after two years: far outside the tolerance
    expect(Math.exp(2 * (jumpCompensator(jumps) - 2 * -0.3))).toBeGreaterThan(1.2)
    for (const network of noise)
      for (const t of [0, 11, 23]) {
        const month = Float64Array.from({ length: paths }, (_, path) => network[path * months + t]!)
        const mean = meanValue(month)
        const deviation = Math.sqrt(month.reduce((sum, x) => sum + (x - mean) ** 2, 0) / paths)
        expect(Math.abs(mean - 1)).toBeLessThan((4 * deviation) / Math.sqrt(paths))
      }
  })

  it('have their share of the log variance, and the skewness of λ(m³ + 3mδ²)', () => {
    const plain = { volatility: 0.8, levelDeviation: 0, rewardGrowthDeviation: 0, nodeGrowthDeviation: 0 }
    const inputs = exampleEngineInputs({ ...plain, ...crashes, horizon: 12, moves: [] })
    const { noise, paths, months } = drawScenarios(inputs, 60_000, 9)
    const logs = Float64Array.from({ length: paths }, (_, path) => Math.log(noise[0]![path * months + 11]!))
    const mean = meanValue(logs)
    const moment = (k: number) => logs.reduce((sum, x) => sum + (x - mean) ** k, 0) / paths
    expect(moment(2)).toBeCloseTo(0.64, 1)
    expect(Math.abs(moment(2) / 0.64 - 1)).toBeLessThan(0.02)
    expect(moment(3)).toBeCloseTo(2 * ((-0.3) ** 3 + 3 * -0.3 * 0.04), 1)
  })

  it.each([
    ['here alone', { ...crashes }],
    ['often and small', { jumpIntensity: 150, jumpMean: -0.004, jumpDeviation: 0.05 }],
    ['in a device that hardly pays', { ...crashes, networkReward: 8, deviceRatio: 0.8 }],
  ])('V3 by simulation is V3 by Merton’s series: %s', (_name, changes) => {
    const inputs = exampleEngineInputs(changes)
    const scenarios = drawScenarios(inputs, 20_000, 6)
    const { expected } = pathValues(termsOf(inputs), scenarios, stayPut(scenarios))
    const exact = expectedSalvage(inputs) + expectedRewards(inputs, rewardProcesses(inputs)[0]!)
    const mean = meanValue(expected)
    const deviation = Math.sqrt(expected.reduce((sum, x) => sum + (x - mean) ** 2, 0) / expected.length)
    expect(Math.abs(mean - exact)).toBeLessThan((4 * deviation) / Math.sqrt(expected.length))
  })

  it('are worth what Haug’s table says of a call, and nothing where there are none', () => {
    // S 100, r 0.08, total volatility 0.25; forward measure, discounted afterwards
    const call = (strike: number, time: number, intensity: number, share: number) => {
      const deviation = Math.sqrt((share * 0.0625) / intensity)
      const jumps = { intensity, mean: -0.5 * deviation ** 2, deviation }
      const forward = 100 * Math.exp(0.08 * time)
      const margin = expectedMarginWithJumps(forward, (1 - share) * 0.0625 * time, strike, jumps, time)
      return Math.exp(-0.08 * time) * margin
    }
    expect(call(80, 0.5, 10, 0.25)).toBeCloseTo(23.61, 1)
    expect(Math.abs(call(100, 0.25, 1, 0.5) - 5.58)).toBeLessThan(0.01)
    const none = { intensity: 0, mean: 0.3, deviation: 0.1 }
    expect(expectedMarginWithJumps(100, 0.04, 90, none, 2)).toBeCloseTo(expectedMargin(100, 0.04, 90), 12)
  })

  it('leave the correlation of two networks what it is said to be, as far as their walks can make up for them', () => {
    const certain = { levelDeviation: 0, rewardGrowthDeviation: 0, nodeGrowthDeviation: 0, horizon: 6 }
    const correlation = (given: number, share: number) => {
      const jumpDeviation = Math.sqrt((share * 0.64) / 20)
      const inputs = exampleEngineInputs({
        ...certain,
        jumpIntensity: 20,
        jumpDeviation,
        moves: [{ levelDeviation: 0, nodeGrowthDeviation: 0, correlation: given }],
      })
      const { noise, paths } = drawScenarios(inputs, 20_000, 4)
      const [a, b] = noise.map((network) =>
        Array.from({ length: paths }, (_, path) => Math.log(network[path * 6 + 5]!)),
      )
      const mean = (x: number[]) => x.reduce((sum, one) => sum + one, 0) / paths
      const product = (x: number[], y: number[]) => mean(x.map((one, i) => one * y[i]!)) - mean(x) * mean(y)
      return product(a!, b!) / Math.sqrt(product(a!, a!) * product(b!, b!))
    }
    expect(correlation(0.5, 0.5)).toBeCloseTo(0.5, 1)
    expect(correlation(-0.4, 0.3)).toBeCloseTo(-0.4, 1)
    // three quarters of the variance are jumps of one network alone: half is the most there can be
    expect(correlation(0.9, 0.75)).toBeCloseTo(0.5, 1)
  })

  it('keep parts adding up, quantiles in order and the stated error small', () => {
    for (const changes of [crashes, { jumpIntensity: 170, jumpMean: 0.003, jumpDeviation: 0.05 }]) {
      const { valuation } = valueWithEngine(
        exampleEngineInputs({ ...changes, moves: [{ ...changes }] }),
        small,
      )
      expect(valuation.parts.reduce((sum, one) => sum + one.cents, 0n)).toBe(valuation.value)
      expect(valuation.p5 <= valuation.p50 && valuation.p50 <= valuation.p95).toBe(true)
      expect(valuation.standardError / (Number(valuation.value) / 100)).toBeLessThan(0.04)
    }
  })

  it('are refused where they alone make more than the whole volatility', () => {
    const inputs = exampleEngineInputs({ jumpIntensity: 200, jumpDeviation: 0.2 })
    expect(() => valueWithEngine(inputs, small)).toThrow('cannot be less than theirs')
  })
})
