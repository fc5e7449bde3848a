import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InvalidInputError } from '@/lib/core/errors'
import {
  add,
  compare,
  divide,
  multiply,
  parseRational,
  rational,
  rationalOf,
  subtract,
  toNumber,
  toText,
} from './rational'

const fraction = fc
  .tuple(fc.bigInt({ min: -9_999n, max: 9_999n }), fc.bigInt({ min: 1n, max: 9_999n }))
  .map(([n, d]) => rational(n, d))

describe('rational', () => {
  it('keeps lowest terms and a positive denominator', () => {
    expect(rational(6n, -4n)).toEqual({ n: -3n, d: 2n })
    expect(rational(0n, -7n)).toEqual({ n: 0n, d: 1n })
    expect(() => rational(1n, 0n)).toThrow(InvalidInputError)
  })

  it('obeys the laws of a field', () => {
    fc.assert(
      fc.property(fraction, fraction, fraction, (a, b, c) => {
        expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)))
        expect(add(subtract(a, b), b)).toEqual(a)
        if (b.n !== 0n) expect(multiply(divide(a, b), b)).toEqual(a)
        expect(compare(a, b)).toBe(-compare(b, a) || 0)
      }),
    )
  })

  it('reads and writes texts and doubles exactly', () => {
    fc.assert(
      fc.property(fraction, (a) => {
        expect(parseRational(toText(a))).toEqual(a)
      }),
    )
    const double = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 })
    fc.assert(
      fc.property(double, (x) => {
        expect(Math.abs(toNumber(rationalOf(x)) - x)).toBeLessThanOrEqual(Math.abs(x) * 2e-16 + 1e-323)
      }),
    )
    expect(parseRational('-0.25')).toEqual({ n: -1n, d: 4n })
    expect(rationalOf(0.5)).toEqual({ n: 1n, d: 2n })
    expect(toNumber(rational(10n ** 400n, 10n ** 399n))).toBeCloseTo(10, 9)
    for (const bad of ['', '1/2/3', 'x', '1e5']) expect(() => parseRational(bad)).toThrow(InvalidInputError)
    expect(() => parseRational('1/0')).toThrow(InvalidInputError)
  })
})
