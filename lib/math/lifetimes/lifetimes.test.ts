import { describe, expect, it } from 'vitest'
import { RandomStream } from '../random/random-stream'
import { kolmogorovSmirnov } from '../statistics/kolmogorov-smirnov'
import { lifeAnnuity, periodicLifeAnnuity } from './annuity'
import { competingRisks, exponentialLifetime, weibull } from './lifetime'

const wearing = weibull({ shape: 2.2, scale: 6 })
const failingEarly = weibull({ shape: 0.6, scale: 4 })
const risks = competingRisks([failingEarly, wearing, exponentialLifetime(0.05)])

/** Adaptive Simpson: another quadrature than the one under test. */
function simpson(f: (x: number) => number, a: number, b: number, tolerance: number): number {
  const rule = (l: number, r: number) => ((r - l) / 6) * (f(l) + 4 * f((l + r) / 2) + f(r))
  const refine = (l: number, r: number, whole: number, allowed: number, depth: number): number => {
    const m = (l + r) / 2
    const [left, right] = [rule(l, m), rule(m, r)]
    if (depth === 0 || Math.abs(left + right - whole) < 15 * allowed)
      return left + right + (left + right - whole) / 15
    return refine(l, m, left, allowed / 2, depth - 1) + refine(m, r, right, allowed / 2, depth - 1)
  }
  return refine(a, b, rule(a, b), tolerance, 50)
}

describe.each([
  ['exponential', exponentialLifetime(0.2)],
  ['Weibull, wear', wearing],
  ['Weibull, early failures', failingEarly],
  ['competing risks', risks],
])('%s', (_name, lifetime) => {
  it('draws ages from its own distribution', () => {
    const stream = new RandomStream(42)
    const ages = Array.from({ length: 20_000 }, () => lifetime.sample(stream))
    expect(kolmogorovSmirnov(ages, (t) => 1 - lifetime.survival(t)).pValue).toBeGreaterThan(0.01)
  })

  it('has a hazard that is the slope of −log S, and a quantile that undoes it', () => {
    for (const t of [0.3, 1, 4]) {
      const slope = (Math.log(lifetime.survival(t - 1e-5)) - Math.log(lifetime.survival(t + 1e-5))) / 2e-5
      expect(lifetime.hazard(t)).toBeCloseTo(slope, 6)
      expect(lifetime.quantile(1 - lifetime.survival(t))).toBeCloseTo(t, 10)
    }
    expect(lifetime.survival(0)).toBe(1)
  })

  it('has an annuity that agrees with another quadrature', () => {
    for (const [rate, horizon] of [
      [0.25, 5],
      [0, 3],
      [0.08, 30],
    ] as const) {
      const value = (t: number) => Math.exp(-rate * t) * lifetime.survival(t)
      // t = s² takes away the steepness at zero
      const reference = simpson((s) => 2 * s * value(s * s), 0, Math.sqrt(horizon), 1e-11)
      expect(lifeAnnuity(lifetime, rate, horizon)).toBeCloseTo(reference, 8)
    }
  })
})

it('an exponential annuity has its closed form', () => {
  expect(lifeAnnuity(exponentialLifetime(0.2), 0.1, 10)).toBeCloseTo((1 - Math.exp(-3)) / 0.3, 12)
  expect(lifeAnnuity(exponentialLifetime(0.2), 0.1, 0)).toBe(0)
})

it('a Weibull annuity of shape 2 at no interest is ½√π · scale · erf(T / scale)', () => {
  // erf(1) = 0.8427007929497149
  expect(lifeAnnuity(weibull({ shape: 2, scale: 3 }), 0, 3)).toBeCloseTo(
    1.5 * Math.sqrt(Math.PI) * 0.8427007929497149,
    10,
  )
})

it('paid ever more often, the periodic annuity becomes the continuous one', () => {
  expect(periodicLifeAnnuity(wearing, 0.1, 1 / 3650, 36_500)).toBeCloseTo(lifeAnnuity(wearing, 0.1, 10), 3)
})

it('each of two equal risks causes half the deaths', () => {
  const stream = new RandomStream(9)
  const twins = competingRisks([wearing, wearing])
  let first = 0
  for (let i = 0; i < 20_000; i++) if (twins.sampleCause(stream).cause === 0) first += 1
  expect(Math.abs(first / 20_000 - 0.5)).toBeLessThan(0.015)
})

it('refuses what is no lifetime', () => {
  expect(() => weibull({ shape: 0, scale: 1 })).toThrow(RangeError)
  expect(() => exponentialLifetime(Number.NaN)).toThrow(RangeError)
  expect(() => competingRisks([])).toThrow(RangeError)
})
