import stdlibExp from '@stdlib/math-base-special-exp'
import stdlibLn from '@stdlib/math-base-special-ln'
import quantile from '@stdlib/stats-base-dists-normal-quantile'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exp } from './exp'
import { log } from './log'
import { log1p } from './log1p'
import { normalQuantile } from './normal-quantile'
import { power } from './power'
import { quickExp } from './quick-exp'
import { scaleExp } from './scaled-exp'

const edges = [
  0,
  -0,
  1,
  -1,
  1e-300,
  5e-324,
  1e308,
  709.78,
  709.79,
  -745.2,
  1e-9,
  -1e-9,
  Infinity,
  -Infinity,
  NaN,
]

describe('elementary functions of the receipt', () => {
  it('exp equals @stdlib’s in every bit', () => {
    for (const x of [...edges]) expect(exp(x)).toBe(stdlibExp(x))
    fc.assert(
      fc.property(fc.double({ min: -708, max: 710, noNaN: true }), (x) => Object.is(exp(x), stdlibExp(x))),
      { numRuns: 20_000, seed: 1 },
    )
  })

  it('exp goes to zero through the subnormal numbers', () => {
    for (const x of [-708.4, -709, -720.5, -740, -744.4])
      expect(Math.abs(exp(x) - Math.exp(x))).toBeLessThanOrEqual(Number.MIN_VALUE)
  })

  it('log equals @stdlib’s in every bit', () => {
    for (const x of edges) expect(log(x)).toBe(stdlibLn(x))
    fc.assert(
      fc.property(fc.double({ min: 0, noNaN: true }), (x) => Object.is(log(x), stdlibLn(x))),
      { numRuns: 20_000, seed: 2 },
    )
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 2, noNaN: true }), (x) => Object.is(log(x), stdlibLn(x))),
      { numRuns: 20_000, seed: 3 },
    )
  })

  it('power is exact where powers of two are, and the engine’s to the last few bits elsewhere', () => {
    for (let k = -60; k <= 60; k++) expect(power(0.5, k)).toBe(2 ** -k)
    expect([power(0, 0), power(0, 2), power(0, 0.3), power(7, 1), power(0, -0.5)]).toEqual([
      1,
      0,
      0,
      7,
      Infinity,
    ])
    fc.assert(
      fc.property(
        fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
        fc.double({ min: -3, max: 3, noNaN: true }),
        (b, e) => Math.abs(power(b, e) / b ** e - 1) < 1e-13,
      ),
    )
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 1.5, noNaN: true }),
        fc.integer({ min: 0, max: 500 }),
        (b, e) => Math.abs(power(b, e) / b ** e - 1) < 1e-12,
      ),
    )
  })

  it('scaleExp stays within its stated error, and is exp where the table ends', () => {
    fc.assert(
      fc.property(fc.double({ min: -699, max: 699, noNaN: true }), (x) => {
        const out = Float64Array.of(x)
        scaleExp(out, 1, 0, 1)
        return Math.abs(out[0]! / Math.exp(x) - 1) < (3 + Math.abs(x)) * 2.3e-16
      }),
      { numRuns: 20_000, seed: 7 },
    )
    const [low, high, none] = [-740, 720, Number.NaN].map((x) => {
      const out = Float64Array.of(x)
      scaleExp(out, 2, 0, 1)
      return out[0]
    })
    expect([low, high, none]).toEqual([2 * exp(-740), Infinity, NaN])
    const moved = Float64Array.of(1, -2)
    scaleExp(moved, 100, 0.03, 0.2)
    expect([...moved]).toEqual([
      expect.closeTo(100 * Math.exp(0.23), 10),
      expect.closeTo(100 * Math.exp(-0.37), 10),
    ])
  })

  it('quickExp stays within two units in the last place, and hands the ends to exp', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -700, max: 700, noNaN: true }),
        (x) => Math.abs(quickExp(x) / exp(x) - 1) < 5e-16,
      ),
      { numRuns: 20_000, seed: 4 },
    )
    for (const x of edges) if (!(Math.abs(x) < 700)) expect(quickExp(x)).toBe(exp(x))
    expect(quickExp(0)).toBe(1)
  })

  it('log1p keeps small arguments', () => {
    for (const x of [0, 1e-300, -1e-18, 1e-9, -0.3, 0.5, 7, 1e20])
      expect(Math.abs(log1p(x) - Math.log1p(x))).toBeLessThanOrEqual(3e-16 * Math.abs(Math.log1p(x)))
    expect(log1p(-1)).toBe(-Infinity)
    expect(log1p(Infinity)).toBe(Infinity)
  })

  it('the normal quantile agrees with @stdlib’s, and with SciPy’s far into the tail', () => {
    expect(normalQuantile(0.5)).toBe(0)
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14)
    for (const p of [0.001, 0.02, 0.075, 0.3, 0.6, 0.93, 0.999])
      expect(normalQuantile(p)).toBeCloseTo(quantile(p, 0, 1), 9)
    // SciPy 1.10, scipy.special.ndtri
    for (const [p, x] of [
      [1e-300, -37.0470962993612],
      [1e-100, -21.273453560965322],
      [1e-20, -9.262340089798409],
      [1e-12, -7.034483825301131],
      [1e-6, -4.753424308822899],
    ] as const)
      expect(normalQuantile(p) / x).toBeCloseTo(1, 14)
    expect(normalQuantile(0)).toBe(-Infinity)
    expect(normalQuantile(1)).toBe(Infinity)
    expect(normalQuantile(1.1)).toBeNaN()
  })
})
