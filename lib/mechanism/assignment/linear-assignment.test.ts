import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InvalidInputError } from '@/lib/core/errors'
import { linearAssignment } from './linear-assignment'

function bruteForce(costs: Float64Array, n: number, m: number): number {
  const used = new Set<number>()
  const from = (row: number): number => {
    if (row === n) return 0
    let best = Number.POSITIVE_INFINITY
    for (let j = 0; j < m; j++) {
      if (used.has(j)) continue
      used.add(j)
      best = Math.min(best, costs[row * m + j]! + from(row + 1))
      used.delete(j)
    }
    return best
  }
  return from(0)
}

const problem = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 2 })).chain(([n, extra]) =>
  fc.record({
    n: fc.constant(n),
    m: fc.constant(n + extra),
    costs: fc.array(
      fc.oneof(
        { weight: 8, arbitrary: fc.integer({ min: -50, max: 50 }) },
        fc.constant(Number.POSITIVE_INFINITY),
      ),
      { minLength: n * (n + extra), maxLength: n * (n + extra) },
    ),
  }),
)

describe('linearAssignment', () => {
  it('solves OR-Library assign100: 305', () => {
    const numbers = readFileSync('lib/mechanism/assignment/or-library-assign100.txt', 'utf8')
      .trim()
      .split(/\s+/)
      .map(Number)
    expect(linearAssignment(Float64Array.from(numbers.slice(1)), 100, 100).cost).toBe(305)
  })

  it('equals the best of all permutations, and proves it by its prices (seed 17)', () => {
    fc.assert(
      fc.property(problem, ({ n, m, costs }) => {
        const matrix = Float64Array.from(costs)
        const best = bruteForce(matrix, n, m)
        if (best === Number.POSITIVE_INFINITY) {
          expect(() => linearAssignment(matrix, n, m)).toThrow(InvalidInputError)
          return
        }
        const { cost, columnOfRow, rowPrice, columnPrice } = linearAssignment(matrix, n, m)
        expect(cost).toBe(best)
        expect(new Set(columnOfRow).size).toBe(n)
        for (let i = 0; i < n; i++)
          for (let j = 0; j < m; j++)
            expect(matrix[i * m + j]! - rowPrice[i]! - columnPrice[j]!).toBeGreaterThanOrEqual(-1e-9)
        // strong duality; a column nobody took is free of charge
        const dual = [...rowPrice, ...columnPrice].reduce((a, b) => a + b, 0)
        expect(dual).toBeCloseTo(cost, 9)
      }),
      { seed: 17, numRuns: 500 },
    )
  })

  it('refuses matrices of the wrong shape and costs that are no numbers', () => {
    expect(() => linearAssignment(new Float64Array(6), 3, 2)).toThrow(InvalidInputError)
    expect(() => linearAssignment(Float64Array.of(Number.NaN), 1, 1)).toThrow(InvalidInputError)
  })
})
