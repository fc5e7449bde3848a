import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RandomStream } from '../random/random-stream'
import { normal } from '../random/variates'
import { blockBootstrap, bootstrap, percentileInterval } from './bootstrap'
import { quantile, quantileInterval, sorted } from './quantiles'
import { tailRisk } from './tail-risk'

const mean = (sample: readonly number[]) => sample.reduce((a, b) => a + b, 0) / sample.length
const normals = (count: number, seed: number) => {
  const stream = new RandomStream(seed)
  return Array.from({ length: count }, () => normal(stream))
}

describe('quantile', () => {
  it('is linear between order statistics, as R’s and NumPy’s default', () => {
    const sample = sorted([4, 1, 3, 2])
    expect([0, 0.1, 0.25, 0.5, 1].map((p) => quantile(sample, p))).toEqual([1, 1.3, 1.75, 2.5, 4])
    expect(() => sorted([])).toThrow(RangeError)
    expect(() => sorted([1, Number.NaN])).toThrow(RangeError)
  })

  it('lies within its interval, which holds the truth as often as it says', () => {
    let held = 0
    for (let seed = 0; seed < 300; seed++) {
      const sample = sorted(normals(200, seed))
      const { low, high } = quantileInterval(sample, 0.9)
      const point = quantile(sample, 0.9)
      expect(low <= point && point <= high).toBe(true)
      if (low <= 1.2815515655446004 && 1.2815515655446004 <= high) held += 1
    }
    expect(held / 300).toBeGreaterThan(0.93)
  })
})

describe('tailRisk', () => {
  it('counts the straddling outcome in part', () => {
    // ten losses, worst 15 %: all of 10 and half of 9
    const losses = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    expect(tailRisk(losses, 0.85)).toEqual({
      valueAtRisk: 9,
      expectedShortfall: expect.closeTo((10 + 4.5) / 1.5, 12),
    })
    expect(tailRisk(losses, 0.9).valueAtRisk).toBe(9)
    expect(() => tailRisk(losses, 1)).toThrow(RangeError)
  })

  it('gives LINDO’s minimum CVaR at its weights (PORTCVAR, β 0.9)', () => {
    const first = [1.3, 1.103, 1.216, 0.954, 0.929, 1.056, 1.038, 1.089, 1.09, 1.083, 1.035, 1.176]
    const third = [1.149, 1.26, 1.419, 0.922, 1.169, 0.965, 1.133, 1.732, 1.021, 1.131, 1.006, 1.908]
    const losses = first.map((r, i) => -(0.6163142 * r + 0.3836858 * third[i]!))
    expect(tailRisk(losses, 0.9).expectedShortfall).toBeCloseTo(-0.9549491, 6)
  })

  it('of a normal: shortfall φ(z)/(1 − β)', () => {
    const { valueAtRisk, expectedShortfall } = tailRisk(normals(100_000, 4), 0.95)
    expect(valueAtRisk).toBeCloseTo(1.645, 1)
    expect(expectedShortfall).toBeCloseTo(2.063, 1)
  })

  it('never puts the shortfall below the value at risk (fuzz)', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (losses, level) => {
          const { valueAtRisk, expectedShortfall } = tailRisk(losses, level)
          expect(expectedShortfall).toBeGreaterThanOrEqual(valueAtRisk)
        },
      ),
      { seed: 5 },
    )
  })
})

describe('bootstrap', () => {
  it('finds the standard error of a mean', () => {
    const sample = normals(200, 9)
    const replicates = [...bootstrap(sample, mean, { replicates: 1000, seed: 1 })]
    const m = mean(replicates)
    const error = Math.sqrt(mean(replicates.map((x) => (x - m) ** 2)))
    const own = mean(sample)
    const deviation = Math.sqrt(mean(sample.map((x) => (x - own) ** 2)))
    expect(error / (deviation / Math.sqrt(200))).toBeCloseTo(1, 1)
    const { low, high } = percentileInterval(replicates)
    expect(low < own && own < high).toBe(true)
  })

  it('by blocks sees the dependence that single items hide', () => {
    // an autoregression of 0.8: the mean’s variance is about nine times that of independent items
    const shocks = normals(2000, 3)
    const series: number[] = []
    for (const shock of shocks) series.push(0.8 * (series.at(-1) ?? 0) + 0.6 * shock)
    const spread = (replicates: Float64Array) => {
      const m = mean([...replicates])
      return Math.sqrt(mean([...replicates].map((x) => (x - m) ** 2)))
    }
    const single = spread(blockBootstrap([series], mean, { block: 1, replicates: 300, seed: 2 }))
    const blocked = spread(blockBootstrap([series], mean, { block: 50, replicates: 300, seed: 2 }))
    expect(blocked / single).toBeGreaterThan(2.2)
    expect(blocked / single).toBeLessThan(3.6)
  })

  it('resamples whole groups, repeats by seed, and refuses nothing', () => {
    const groups = [[0, 0, 0], [1, 1, 1], []]
    const replicates = blockBootstrap(groups, mean, { block: 2, replicates: 50, seed: 8 })
    expect(new Set(replicates)).toEqual(new Set([0, 0.5, 1]))
    expect(blockBootstrap(groups, mean, { block: 2, replicates: 50, seed: 8 })).toEqual(replicates)
    expect(() => blockBootstrap([[]], mean, { block: 1, replicates: 1, seed: 1 })).toThrow(RangeError)
  })
})
