import { describe, expect, it } from 'vitest'
import { blackScholes } from '../closed-forms/black-scholes'
import { geometricBrownianMotion } from '../processes/geometric-brownian-motion'
import { dualBound, fitValueFunction, type ValueBasis } from './dual-bound'
import { collectPaths, leastSquaresMonteCarlo } from './least-squares-monte-carlo'
import { gaussianPaths } from './path-generator'
import { solvePositive } from './solve-positive'

function americanPut(spot: number, volatility: number, time: number, paths: number, testPaths = paths) {
  const process = geometricBrownianMotion({ start: spot, drift: 0.06, volatility })
  const dates = 50 * time
  const times = Array.from({ length: dates }, (_, i) => (i + 1) / 50)
  const problem = { exercise: (s: number) => 40 - s, discount: Math.exp(-0.06 / 50) }
  const train = gaussianPaths(process, times, 1, true)
  const low = leastSquaresMonteCarlo({
    problem,
    train,
    trainPaths: paths,
    test: gaussianPaths(process, times, 2, true),
    testPaths,
    antithetic: true,
  })
  return { ...low, problem, process, times, train }
}

/** Upper bound by duality: the value function is fitted on European puts of the life that is left, and their squares. */
function upperBound(given: ReturnType<typeof americanPut>, volatility: number, paths: number) {
  const { problem, process, times, train, policy } = given
  const end = times.at(-1)!
  const puts: ValueBasis = {
    size: 5,
    write(spot, date, out) {
      const { put } = blackScholes({ spot, strike: 40, rate: 0.06, volatility, time: end - times[date]! })
      const x = spot / 40
      out.set([1, put, put * put, x * put, x])
    },
  }
  const value = fitValueFunction(problem, policy, collectPaths(train, 2000, true), puts)
  return dualBound({ problem, process, times, value, paths, seed: 3 })
}

describe('American puts of Longstaff & Schwartz (2001), table 1', () => {
  // spot, volatility, years; by finite differences, as they simulated it, and the standard error of that
  it.each([
    [36, 0.2, 1, 4.478, 4.472, 0.01],
    [38, 0.2, 1, 3.25, 3.244, 0.009],
    [40, 0.2, 1, 2.314, 2.313, 0.009],
    [42, 0.2, 1, 1.617, 1.617, 0.007],
    [44, 0.2, 1, 1.11, 1.118, 0.007],
    [36, 0.2, 2, 4.84, 4.821, 0.012],
    [38, 0.2, 2, 3.745, 3.735, 0.011],
    [40, 0.2, 2, 2.885, 2.879, 0.01],
    [42, 0.2, 2, 2.212, 2.206, 0.01],
    [44, 0.2, 2, 1.69, 1.675, 0.009],
    [36, 0.4, 1, 7.101, 7.091, 0.02],
    [38, 0.4, 1, 6.148, 6.139, 0.019],
    [40, 0.4, 1, 5.312, 5.308, 0.018],
    [42, 0.4, 1, 4.582, 4.588, 0.017],
    [44, 0.4, 1, 3.948, 3.957, 0.017],
    [36, 0.4, 2, 8.508, 8.488, 0.024],
    [38, 0.4, 2, 7.67, 7.669, 0.022],
    [40, 0.4, 2, 6.92, 6.921, 0.022],
    [42, 0.4, 2, 6.248, 6.243, 0.021],
    [44, 0.4, 2, 5.647, 5.622, 0.021],
  ])('S %d, σ %d, T %d: %d, simulated %d (%d)', (spot, volatility, time, answer, simulated, theirError) => {
    const low = americanPut(spot, volatility, time, 15_000, 40_000)
    expect(Math.abs(low.value - simulated)).toBeLessThan(3 * Math.hypot(low.standardError, theirError))
    // biased low by what the policy misses, less than 0.2 %
    expect(low.value - answer).toBeLessThan(3 * low.standardError)
    expect(answer - low.value).toBeLessThan(3 * low.standardError + 0.002 * answer)
    expect(low.standardError).toBeLessThan(0.02)
    // and high by what the martingale misses, less than 1.5 %
    const high = upperBound(low, volatility, 150)
    expect(answer - high.value).toBeLessThan(3 * high.standardError)
    expect(high.value - answer).toBeLessThan(3 * high.standardError + 0.015 * answer)
  })
})

it('exercised at fifty dates a year is worth 4.4778, and not the 4.4867 of exercise at any time', () => {
  const { value, standardError } = americanPut(36, 0.2, 1, 15_000, 600_000)
  expect(standardError).toBeLessThan(0.003)
  expect(Math.abs(value - 4.4778)).toBeLessThan(3 * standardError)
  expect(4.4867 - value).toBeGreaterThan(3 * standardError)
})

it('brackets the value: fitted paths lean high, others low', () => {
  const { value, inSample, standardError, policy } = americanPut(36, 0.2, 1, 4_000)
  expect(inSample.value).toBeGreaterThan(value - standardError)
  expect(policy.some((fit) => fit !== undefined)).toBe(true)
})

it('bounds from above whatever the value function: without one it is what a clairvoyant would get', () => {
  const low = americanPut(40, 0.2, 1, 2_000)
  const { problem, process, times } = low
  const by = (value: (state: number, date: number) => number) =>
    dualBound({ problem, process, times, value, paths: 300, seed: 4 })
  const clairvoyant = by(() => 0)
  expect(clairvoyant.value).toBeGreaterThan(2.314 * 1.3)
  for (const rough of [by((spot) => 0.5 * Math.max(40 - spot, 0)), by((spot) => 100 / spot)]) {
    expect(rough.value).toBeGreaterThan(2.314 - 3 * rough.standardError)
    expect(rough.value).toBeLessThan(clairvoyant.value)
  }
  const close = upperBound(low, 0.2, 300)
  expect(close.value).toBeLessThan(2.314 * 1.04)
  expect(close.standardError).toBeLessThan(0.2 * clairvoyant.standardError)
})

it('solves positive definite systems, and says when one is not', () => {
  const x = solvePositive(Float64Array.of(4, 0, 2, 3), Float64Array.of(10, 8))
  expect([...(x ?? [])]).toEqual([expect.closeTo(1.75, 12), expect.closeTo(1.5, 12)])
  expect(solvePositive(Float64Array.of(1, 0, 1, 1), Float64Array.of(1, 1))).toBeUndefined()
})
