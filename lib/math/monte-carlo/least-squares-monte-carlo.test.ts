import { describe, expect, it } from 'vitest'
import { geometricBrownianMotion } from '../processes/geometric-brownian-motion'
import { leastSquaresMonteCarlo } from './least-squares-monte-carlo'
import { gaussianPaths } from './path-generator'
import { solvePositive } from './solve-positive'

function americanPut(spot: number, volatility: number, time: number, paths = 20_000) {
  const process = geometricBrownianMotion({ start: spot, drift: 0.06, volatility })
  const dates = 50 * time
  const times = Array.from({ length: dates }, (_, i) => (i + 1) / 50)
  return leastSquaresMonteCarlo({
    problem: { exercise: (s) => 40 - s, discount: Math.exp(-0.06 / 50) },
    train: gaussianPaths(process, times, 1, true),
    trainPaths: paths,
    test: gaussianPaths(process, times, 2, true),
    testPaths: paths,
    antithetic: true,
  })
}

describe('American puts of Longstaff & Schwartz (2001), table 1', () => {
  // spot, volatility, years, their finite differences
  it.each([
    [36, 0.2, 1, 4.478],
    [38, 0.2, 1, 3.25],
    [40, 0.2, 1, 2.314],
    [42, 0.2, 1, 1.617],
    [44, 0.2, 1, 1.11],
    [36, 0.2, 2, 4.84],
    [38, 0.2, 2, 3.745],
    [40, 0.2, 2, 2.885],
    [42, 0.2, 2, 2.212],
    [44, 0.2, 2, 1.69],
    [36, 0.4, 1, 7.101],
    [38, 0.4, 1, 6.148],
    [40, 0.4, 1, 5.312],
    [42, 0.4, 1, 4.582],
    [44, 0.4, 1, 3.948],
    [36, 0.4, 2, 8.508],
    [38, 0.4, 2, 7.67],
    [40, 0.4, 2, 6.92],
    [42, 0.4, 2, 6.248],
    [44, 0.4, 2, 5.647],
  ])('S %d, σ %d, T %d: %d', (spot, volatility, time, answer) => {
    const { value, standardError } = americanPut(spot, volatility, time)
    // biased low by what the policy misses, less than 0.6 %
    expect(value - answer).toBeLessThan(3 * standardError)
    expect(answer - value).toBeLessThan(3 * standardError + 0.006 * answer)
    expect(standardError).toBeLessThan(0.03)
  })
})

it('brackets the value: fitted paths lean high, others low', () => {
  const { value, inSample, standardError, policy } = americanPut(36, 0.2, 1, 4_000)
  expect(inSample.value).toBeGreaterThan(value - standardError)
  expect(policy.some((fit) => fit !== undefined)).toBe(true)
})

it('solves positive definite systems, and says when one is not', () => {
  const x = solvePositive(Float64Array.of(4, 0, 2, 3), Float64Array.of(10, 8))
  expect([...(x ?? [])]).toEqual([expect.closeTo(1.75, 12), expect.closeTo(1.5, 12)])
  expect(solvePositive(Float64Array.of(1, 0, 1, 1), Float64Array.of(1, 1))).toBeUndefined()
})
