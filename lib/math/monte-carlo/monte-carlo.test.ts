import { describe, expect, it } from 'vitest'
import { hestonPrice } from '../closed-forms/heston-price'
import { mertonSeries } from '../closed-forms/merton-series'
import { geometricBrownianMotion } from '../processes/geometric-brownian-motion'
import { heston } from '../processes/heston'
import { mertonJumpDiffusion } from '../processes/merton-jump-diffusion'
import { brownianBridge } from '../random/brownian-bridge'
import { RandomStream } from '../random/random-stream'
import { Accumulator, ControlledAccumulator } from './accumulator'
import { monteCarlo, type Payoff } from './monte-carlo'
import { gaussianPaths, samplePaths } from './path-generator'
import { quasiMonteCarlo } from './quasi-monte-carlo'

const EXACT = 10.450584
const gbm = geometricBrownianMotion({ start: 100, drift: 0.05, volatility: 0.2 })
const call = (path: Float64Array) => Math.exp(-0.05) * Math.max(path[path.length - 1]! - 100, 0)
const asset = (path: Float64Array) => Math.exp(-0.05) * path[path.length - 1]!

describe('the standard call', () => {
  it.each<[string, { fast?: boolean; antithetic?: boolean; control?: { payoff: Payoff; mean: number } }]>([
    ['plain', {}],
    ['plain, fast', { fast: true }],
    ['antithetic', { antithetic: true }],
    ['with the asset as control', { control: { payoff: asset, mean: 100 } }],
    ['both', { antithetic: true, control: { payoff: asset, mean: 100 } }],
  ])('%s: within three standard errors, which shrink', (_name, { fast, ...how }) => {
    const estimate = monteCarlo({
      generator: gaussianPaths(gbm, [0.5, 1], 77, fast),
      payoff: call,
      ...how,
      stop: { paths: 60_000 },
    })
    expect(Math.abs(estimate.value - EXACT)).toBeLessThan(3 * estimate.standardError)
    expect(estimate.standardError).toBeLessThan(Object.keys(how).length === 0 ? 0.065 : 0.045)
    expect(estimate.paths).toBe(60_000)
  })

  it('states an error that its own repetitions show', () => {
    const runs = Array.from({ length: 80 }, (_, seed) =>
      monteCarlo({
        generator: gaussianPaths(gbm, [1], seed),
        payoff: call,
        control: { payoff: asset, mean: 100 },
        stop: { paths: 2000 },
      }),
    )
    const inside = runs.filter(
      ({ value, standardError }) => Math.abs(value - EXACT) < 1.96 * standardError,
    ).length
    expect(inside).toBeGreaterThanOrEqual(70)
  })

  it('stops at the wanted precision, and repeats to the bit', () => {
    const run = () =>
      monteCarlo({
        generator: gaussianPaths(gbm, [1], 5),
        payoff: call,
        antithetic: true,
        stop: { paths: 1_000_000, standardError: 0.05 },
      })
    const { standardError, paths, isPrecise } = run()
    expect(isPrecise).toBe(true)
    expect(standardError).toBeLessThanOrEqual(0.05)
    expect(paths).toBeLessThan(80_000)
    expect(run()).toEqual(run())
  })

  it('says when the budget did not suffice, and refuses one that cannot', () => {
    const generator = gaussianPaths(gbm, [1], 5)
    expect(
      monteCarlo({ generator, payoff: call, stop: { paths: 1000, standardError: 1e-6 } }).isPrecise,
    ).toBe(false)
    expect(() => monteCarlo({ generator, payoff: call, stop: { paths: 2 } })).toThrow(RangeError)
    expect(() =>
      monteCarlo({
        generator: samplePaths(gbm, [1], 1),
        payoff: call,
        antithetic: true,
        stop: { paths: 10 },
      }),
    ).toThrow(RangeError)
  })

  it('by 131,072 Sobol points: within 5e-4, in one step and in 52 bridged ones', () => {
    const one = quasiMonteCarlo({
      dimensions: 1,
      integrand: (z) => Math.exp(-0.05) * Math.max(gbm.step(100, 1, z[0]!) - 100, 0),
      points: 131_072 / 2,
      scramblings: 2,
      seed: 1,
    })
    expect(Math.abs(one.value - EXACT)).toBeLessThan(5e-4)
    const times = Array.from({ length: 52 }, (_, i) => (i + 1) / 52)
    const bridge = brownianBridge(times)
    const path = new Float64Array(52)
    const bridged = quasiMonteCarlo({
      dimensions: 52,
      integrand: (z) => {
        bridge(z, path)
        let x = 100
        for (let i = 0; i < 52; i++)
          x *= Math.exp(0.03 / 52 + 0.2 * (path[i]! - (i === 0 ? 0 : path[i - 1]!)))
        return Math.exp(-0.05) * Math.max(x - 100, 0)
      },
      points: 131_072 / 2,
      scramblings: 2,
      seed: 2,
    })
    expect(Math.abs(bridged.value - EXACT)).toBeLessThan(5e-4)
  })
})

it('prices jumps as their series does', () => {
  const jumps = { volatility: 0.2, intensity: 3, jumpMean: -0.1, jumpDeviation: 0.15 }
  const process = mertonJumpDiffusion({ start: 100, drift: 0.04, ...jumps })
  const estimate = monteCarlo({
    generator: samplePaths(process, [0.5, 1], 3),
    payoff: (path) => Math.exp(-0.04) * Math.max(path[1]! - 100, 0),
    control: { payoff: (path) => Math.exp(-0.04) * path[1]!, mean: 100 },
    stop: { paths: 60_000 },
  })
  const exact = mertonSeries({ spot: 100, strike: 100, rate: 0.04, time: 1, ...jumps }).call
  expect(Math.abs(estimate.value - exact)).toBeLessThan(3 * estimate.standardError)
})

it('prices Heston’s model as Lewis’ integral does', () => {
  const variance = { startVariance: 0.04, speed: 4, level: 0.25, volatility: 1, correlation: -0.5 }
  const process = heston({ start: 100, drift: -0.01, ...variance })
  const stream = new RandomStream(14)
  const values = new ControlledAccumulator(100 * Math.exp(-0.01))
  for (let path = 0; path < 30_000; path++) {
    stream.seek(path)
    let state = process.start
    for (let i = 0; i < 64; i++) state = process.sample(state, 1 / 64, stream)
    values.add(Math.exp(-0.01) * Math.max(100 - state.price, 0), state.price)
  }
  const { put } = hestonPrice({ spot: 100, strike: 100, rate: 0.01, yield: 0.02, time: 1, ...variance })
  expect(Math.abs(values.mean - put)).toBeLessThan(3 * values.standardError)
})

it('accumulates mean and variance in one pass', () => {
  const accumulator = new Accumulator()
  for (const x of [1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]) accumulator.add(x)
  expect(accumulator.mean).toBe(1e9 + 10)
  expect(accumulator.variance).toBe(30)
  expect(new Accumulator().standardError).toBeNaN()
})
