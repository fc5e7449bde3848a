import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InvalidInputError } from '@/lib/core/errors'
import { replicatorDynamics } from './replicator-dynamics'

const pennies = {
  row: [
    [1, -1],
    [-1, 1],
  ],
  column: [
    [-1, 1],
    [1, -1],
  ],
}

describe('replicatorDynamics', () => {
  it('circles in matching pennies: x(1−x)·y(1−y) is kept (Hofbauer & Sigmund 1998, ch. 10)', () => {
    const path = replicatorDynamics(
      pennies,
      { row: [0.7, 0.3], column: [0.4, 0.6] },
      { step: 0.01, steps: 2_000 },
    )
    const invariant = ({ row, column }: (typeof path)[number]) => row[0]! * row[1]! * column[0]! * column[1]!
    for (const state of path) expect(invariant(state)).toBeCloseTo(invariant(path[0]!), 8)
  })

  it('ends at a Nash equilibrium wherever it comes to rest', () => {
    const payoff = fc.integer({ min: -5, max: 5 })
    const matrix = fc.array(fc.array(payoff, { minLength: 2, maxLength: 2 }), { minLength: 2, maxLength: 2 })
    fc.assert(
      fc.property(matrix, matrix, fc.double({ min: 0.1, max: 0.9, noNaN: true }), (row, column, share) => {
        const start = { row: [share, 1 - share], column: [1 - share, share] }
        const path = replicatorDynamics({ row, column }, start, { step: 0.1, steps: 600, every: 300 })
        const [middle, last] = path.slice(-2)
        const moved = [...last!.row, ...last!.column].map((x, i) =>
          Math.abs(x - [...middle!.row, ...middle!.column][i]!),
        )
        if (Math.max(...moved) > 1e-12) return
        const gain = (payoffs: readonly number[][], own: readonly number[], other: readonly number[]) => {
          const pays = payoffs.map((line) => line.reduce((sum, value, k) => sum + value * other[k]!, 0))
          return Math.max(...pays) - pays.reduce((sum, value, k) => sum + value * own[k]!, 0)
        }
        const mirrored = column[0]!.map((_, j) => column.map((line) => line[j]!))
        expect(gain(row, last!.row, last!.column)).toBeLessThan(1e-6)
        expect(gain(mirrored, last!.column, last!.row)).toBeLessThan(1e-6)
      }),
      { numRuns: 60 },
    )
  })

  it('refuses a population that is not there', () => {
    const start = { row: [1, 0], column: [0.5, 0.5] }
    expect(() => replicatorDynamics(pennies, start, { step: 0.1, steps: 1 })).toThrow(InvalidInputError)
  })
})
