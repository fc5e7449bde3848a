import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalCdf } from '../normal'
import { RandomStream } from '../random/random-stream'
import { kolmogorovSmirnov } from '../statistics/kolmogorov-smirnov'
import { correlated } from './correlated'
import { coxIngersollRoss } from './cox-ingersoll-ross'
import { geometricBrownianMotion } from './geometric-brownian-motion'
import { heston } from './heston'
import { logitOrnsteinUhlenbeck } from './logit-ornstein-uhlenbeck'
import { mertonJumpDiffusion } from './merton-jump-diffusion'
import { ornsteinUhlenbeck } from './ornstein-uhlenbeck'
import type { GaussianProcess, Process } from './process'

const PATHS = 40_000
const gbm = geometricBrownianMotion({ start: 2, drift: 0.1, volatility: 0.6 })
const ou = ornsteinUhlenbeck({ start: 3, speed: 1.5, level: 1, volatility: 0.5 })
const logit = logitOrnsteinUhlenbeck({ start: 0.2, speed: 2, level: 0.7, volatility: 1.1 })
const cir = coxIngersollRoss({ start: 0.03, speed: 0.8, level: 0.05, volatility: 0.2 })
const merton = mertonJumpDiffusion({
  start: 10,
  drift: 0.07,
  volatility: 0.3,
  intensity: 2,
  jumpMean: -0.2,
  jumpDeviation: 0.25,
})

const draws = (process: Process, dt: number, steps = 1, seed = 12) => {
  const stream = new RandomStream(seed)
  return Float64Array.from({ length: PATHS }, (_, path) => {
    stream.seek(path)
    let x = process.start
    for (let i = 0; i < steps; i++) x = process.sample(x, dt / steps, stream)
    return x
  })
}
const meanOf = (sample: Float64Array) => sample.reduce((a, b) => a + b, 0) / sample.length

describe.each<[string, Process]>([
  ['geometric Brownian motion', gbm],
  ['Ornstein–Uhlenbeck', ou],
  ['logit Ornstein–Uhlenbeck', logit],
  ['Cox–Ingersoll–Ross', cir],
  ['Merton jump diffusion', merton],
])('%s', (_name, process) => {
  it.each([1, 6])('has the stated mean and variance after %i steps', (steps) => {
    const sample = draws(process, 0.75, steps)
    const mean = meanOf(sample)
    const squares = sample.map((x) => (x - mean) ** 2)
    const variance = meanOf(squares)
    const kurtosis = meanOf(squares.map((s) => s * s)) / variance ** 2
    expect(Math.abs(mean - process.expectation(process.start, 0.75))).toBeLessThan(
      4 * Math.sqrt(variance / PATHS),
    )
    expect(Math.abs(variance / process.variance(process.start, 0.75) - 1)).toBeLessThan(
      4 * Math.sqrt((kurtosis - 1) / PATHS),
    )
  })

  it('has drift and diffusion that are the limits of its moments', () => {
    const dt = 1e-6
    const x = process.start
    const jumps = process === merton ? 2 * (Math.exp(-0.2 + 0.25 ** 2 / 2) - 1) * x : 0
    expect((process.expectation(x, dt) - x) / dt).toBeCloseTo(process.drift(x) + jumps, 3)
    const jumped =
      process === merton ? 2 * (Math.exp(-0.4 + 2 * 0.0625) - 2 * Math.exp(-0.2 + 0.03125) + 1) * x * x : 0
    expect(process.variance(x, dt) / dt / (process.diffusion(x) ** 2 + jumped)).toBeCloseTo(1, 3)
  })

  it('goes in many small steps where it goes in one: Kolmogorov–Smirnov of one against the other', () => {
    const one = draws(process, 0.75, 1, 3).sort()
    const many = draws(process, 0.75, 8, 4)
    // empirical distribution function of the first sample, known as well as the second: twice the variance
    const cdf = (x: number) => {
      let [low, high] = [0, one.length]
      while (low < high) {
        const middle = (low + high) >> 1
        if (one[middle]! <= x) low = middle + 1
        else high = middle
      }
      return low / one.length
    }
    expect(kolmogorovSmirnov(many, cdf).statistic).toBeLessThan(1.95 * Math.sqrt(2 / PATHS))
  })
})

describe('exact transitions', () => {
  it.each<[string, GaussianProcess, (x: number) => number]>([
    ['lognormal', gbm, (x) => normalCdf((Math.log(x / 2) - (0.1 - 0.18) * 2) / (0.6 * Math.SQRT2))],
    ['normal', ou, (x) => normalCdf((x - ou.expectation(3, 2)) / Math.sqrt(ou.variance(3, 2)))],
    [
      'logistic-normal',
      logit,
      (x) => {
        const hidden = ornsteinUhlenbeck({
          start: Math.log(0.25),
          speed: 2,
          level: Math.log(7 / 3),
          volatility: 1.1,
        })
        return normalCdf(
          (Math.log(x / (1 - x)) - hidden.expectation(hidden.start, 2)) / Math.sqrt(hidden.variance(0, 2)),
        )
      },
    ],
  ])('%s', (_name, process, cdf) => {
    expect(kolmogorovSmirnov(draws(process, 2), cdf).pValue).toBeGreaterThan(0.01)
    expect(process.step(process.start, 0, 1.3)).toBeCloseTo(process.start, 12)
  })

  it('jump diffusion: a Poisson mixture of lognormals', () => {
    const compensator = 2 * (Math.exp(-0.2 + 0.03125) - 1)
    const cdf = (x: number) => {
      let sum = 0
      let weight = Math.exp(-2)
      for (let n = 0; n < 40; n++) {
        const mean = Math.log(10) + 0.07 - compensator - 0.045 - 0.2 * n
        sum += weight * normalCdf((Math.log(x) - mean) / Math.sqrt(0.09 + n * 0.0625))
        weight *= 2 / (n + 1)
      }
      return sum
    }
    expect(kolmogorovSmirnov(draws(merton, 1), cdf).pValue).toBeGreaterThan(0.01)
  })

  it('Cox–Ingersoll–Ross of one degree is the square of an Ornstein–Uhlenbeck', () => {
    // 4κθ/σ² = 1: X = Y², dY = −κ/2 Y dt + σ/2 dW
    const square = coxIngersollRoss({ start: 0.09, speed: 1, level: 0.04, volatility: 0.4 })
    const root = ornsteinUhlenbeck({ start: 0.3, speed: 0.5, level: 0, volatility: 0.2 })
    const [mean, deviation] = [root.expectation(0.3, 1.5), Math.sqrt(root.variance(0.3, 1.5))]
    const cdf = (x: number) =>
      normalCdf((Math.sqrt(x) - mean) / deviation) - normalCdf((-Math.sqrt(x) - mean) / deviation)
    expect(kolmogorovSmirnov(draws(square, 1.5), cdf).pValue).toBeGreaterThan(0.01)
  })
})

describe('the compensator of the jumps', () => {
  it('is λ(E[J] − 1): the mean grows at μ, however large the jumps', () => {
    const wild = mertonJumpDiffusion({
      start: 1,
      drift: 0.05,
      volatility: 0.1,
      intensity: 3,
      jumpMean: 0.4,
      jumpDeviation: 0.5,
    })
    const sample = draws(wild, 0.5)
    const mean = meanOf(sample)
    const error = Math.sqrt(wild.variance(1, 0.5) / PATHS)
    expect(Math.abs(mean - Math.exp(0.025))).toBeLessThan(4 * error)
    // compensated by λm alone the mean would be exp(μt + λt(k − m)): far off
    expect(Math.abs(Math.exp(0.025 + 1.5 * (Math.exp(0.525) - 1 - 0.4)) - mean)).toBeGreaterThan(20 * error)
  })
})

describe('heston', () => {
  const process = heston({
    start: 100,
    drift: 0.03,
    startVariance: 0.04,
    speed: 2,
    level: 0.09,
    volatility: 0.5,
    correlation: -0.6,
  })

  it('keeps the means of price and variance, and the variance’s spread', () => {
    const stream = new RandomStream(8)
    const ends = Array.from({ length: 20_000 }, (_, path) => {
      stream.seek(path)
      let state = process.start
      for (let i = 0; i < 24; i++) state = process.sample(state, 1 / 24, stream)
      return state
    })
    const prices = Float64Array.from(ends, (end) => end.price)
    const variances = Float64Array.from(ends, (end) => end.variance)
    const mean = process.expectation(process.start, 1)
    expect(Math.abs(meanOf(prices) - mean.price)).toBeLessThan(4 * 100 * Math.sqrt(0.07 / 20_000))
    expect(Math.abs(meanOf(variances) - mean.variance)).toBeLessThan(0.0025)
    const spread = meanOf(variances.map((v) => (v - mean.variance) ** 2))
    expect(spread / process.variance.variance(0.04, 1)).toBeCloseTo(1, 1)
    expect(Math.min(...variances)).toBeGreaterThanOrEqual(0)
  })

  it('has the drift and diffusion of its equation', () => {
    const state = { price: 50, variance: 0.16 }
    expect(process.drift(state)).toEqual({ price: 1.5, variance: 2 * (0.09 - 0.16) })
    expect(process.diffusion(state)).toEqual({ price: 20, variance: 0.2 })
  })
})

describe('correlated', () => {
  it('gives log returns with the correlations asked for', () => {
    const correlations = [
      [1, 0.8, -0.3],
      [0.8, 1, 0.1],
      [-0.3, 0.1, 1],
    ]
    const bundle = correlated([gbm, gbm, ou], correlations)
    const stream = new RandomStream(31)
    const sample = Array.from({ length: PATHS }, () => bundle.sample(bundle.start, 1, stream))
    const scores = [0, 1, 2].map((k) => {
      const values = Float64Array.from(sample, (x) => (k < 2 ? Math.log(x[k]!) : x[k]!))
      const mean = meanOf(values)
      const deviation = Math.sqrt(meanOf(values.map((v) => (v - mean) ** 2)))
      return values.map((v) => (v - mean) / deviation)
    })
    for (let i = 0; i < 3; i++)
      for (let j = 0; j < 3; j++)
        expect(meanOf(scores[i]!.map((v, path) => v * scores[j]![path]!))).toBeCloseTo(
          correlations[i]![j]!,
          1,
        )
    expect(bundle.expectation(bundle.start, 1)[2]).toBe(ou.expectation(3, 1))
    expect(bundle.diffusion(bundle.start)[1]!.reduce((sum, b) => sum + b * b, 0)).toBeCloseTo(
      gbm.diffusion(2) ** 2,
      12,
    )
  })

  it('accepts perfect correlation and refuses contradictions', () => {
    const twins = correlated(
      [gbm, gbm],
      [
        [1, 1],
        [1, 1],
      ],
    )
    const [a, b] = twins.step(twins.start, 1, [0.7, -2])
    expect(a).toBe(b)
    expect(() =>
      correlated(
        [gbm, gbm],
        [
          [1, 1.2],
          [1.2, 1],
        ],
      ),
    ).toThrow(RangeError)
    expect(() =>
      correlated(
        [gbm, gbm],
        [
          [1, 0.2],
          [0.3, 1],
        ],
      ),
    ).toThrow(RangeError)
    expect(() =>
      correlated(
        [gbm, ou, cir as GaussianProcess],
        [
          [1, 0.9, -0.9],
          [0.9, 1, 0.9],
          [-0.9, 0.9, 1],
        ],
      ),
    ).toThrow(RangeError)
  })
})

it('stays finite and in its range, whatever the parameters (fuzz)', () => {
  const rate = fc.double({ min: 0.01, max: 5, noNaN: true })
  fc.assert(
    fc.property(
      rate,
      rate,
      rate,
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      fc.nat(1e6),
      (speed, level, volatility, share, seed) => {
        const stream = new RandomStream(seed)
        const positive = [
          geometricBrownianMotion({ start: level, drift: speed - 2, volatility }),
          coxIngersollRoss({ start: level, speed, level, volatility }),
          mertonJumpDiffusion({
            start: level,
            drift: 0,
            volatility,
            intensity: speed,
            jumpMean: share - 0.5,
            jumpDeviation: share,
          }),
        ]
        for (const process of positive) {
          const x = process.sample(process.start, share, stream)
          expect(x >= 0 && x < Number.POSITIVE_INFINITY).toBe(true)
          expect(process.variance(process.start, share)).toBeGreaterThanOrEqual(0)
        }
        const used = logitOrnsteinUhlenbeck({ start: share, speed, level: 1 - share, volatility }).sample(
          share,
          level,
          stream,
        )
        expect(used >= 0 && used <= 1).toBe(true)
      },
    ),
    { numRuns: 300, seed: 6 },
  )
})

it('refuses parameters outside their range by name', () => {
  expect(() => geometricBrownianMotion({ start: 0, drift: 0, volatility: 1 })).toThrow(/start/)
  expect(() => ornsteinUhlenbeck({ start: 0, speed: -1, level: 0, volatility: 1 })).toThrow(/speed/)
  expect(() => logitOrnsteinUhlenbeck({ start: 1, speed: 1, level: 0.5, volatility: 1 })).toThrow(/start/)
  expect(() => coxIngersollRoss({ start: 1, speed: 1, level: 0, volatility: 1 })).toThrow(/level/)
})
