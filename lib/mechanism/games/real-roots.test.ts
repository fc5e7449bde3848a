import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { add, multiply, ONE, rational, subtract, toText, ZERO } from './rational'
import { characteristicPolynomial, hasOnlyRootsUpToZero, type Polynomial } from './real-roots'

const whole = (...values: number[]) => values.map((value) => rational(BigInt(value)))
const times = (a: Polynomial, b: Polynomial): Polynomial =>
  Array.from({ length: a.length + b.length - 1 }, (_, k) =>
    a.reduce((sum, x, i) => (b[k - i] ? add(sum, multiply(x, b[k - i]!)) : sum), ZERO),
  )

describe('characteristicPolynomial', () => {
  it('is t² − 5t − 2 for the matrix of rows 1 2, 3 4', () => {
    expect(characteristicPolynomial([whole(1, 2), whole(3, 4)]).map(toText)).toEqual(['-2', '-5', '1'])
    expect(characteristicPolynomial([]).map(toText)).toEqual(['1'])
  })

  it('is killed by its matrix (Cayley–Hamilton)', () => {
    const entry = fc.integer({ min: -9, max: 9 })
    const row = fc.array(entry, { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(fc.array(row, { minLength: 3, maxLength: 3 }), (drawn) => {
        const matrix = drawn.map((line) => whole(...line))
        const at = characteristicPolynomial(matrix).toReversed()
        let value = matrix.map((line) => line.map(() => ZERO))
        for (const x of at)
          value = value.map((line, i) =>
            line.map((_, j) =>
              add(
                matrix[i]!.reduce((sum, y, k) => add(sum, multiply(y, value[k]![j]!)), ZERO),
                i === j ? x : ZERO,
              ),
            ),
          )
        expect(value.flat().every(({ n }) => n === 0n)).toBe(true)
      }),
    )
  })
})

describe('hasOnlyRootsUpToZero', () => {
  const root = fc.integer({ min: -6, max: 6 })

  it('is told by the roots, repeated ones and zero included', () => {
    fc.assert(
      fc.property(fc.array(root, { minLength: 1, maxLength: 5 }), (roots) => {
        const polynomial = roots.map((r) => [rational(BigInt(-r)), ONE]).reduce<Polynomial>(times, [ONE])
        expect(hasOnlyRootsUpToZero(polynomial)).toBe(roots.every((r) => r <= 0))
      }),
    )
  })

  it('sees a pair of complex roots beside any real ones', () => {
    fc.assert(
      fc.property(fc.array(root, { maxLength: 3 }), root, fc.integer({ min: 1, max: 6 }), (roots, re, im) => {
        const pair = whole(re * re + im * im, -2 * re, 1)
        const factors = roots.map((r) => [subtract(ZERO, rational(BigInt(r))), ONE])
        expect(hasOnlyRootsUpToZero(factors.reduce<Polynomial>(times, pair))).toBe(false)
      }),
    )
    expect(hasOnlyRootsUpToZero([ONE])).toBe(true)
  })
})
