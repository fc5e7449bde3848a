import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InvalidInputError } from '@/lib/core/errors'
import { allEquilibria } from './all-equilibria'
import { bimatrix } from './bimatrix'
import { isNashEquilibrium, type NormalForm, regrets } from './normal-form'
import { toNumber } from './rational'

// three networks' operators drive up or stay: whoever is alone in a choice wins a point
const odd: NormalForm = {
  strategies: [2, 2, 2],
  payoffs: [0, 1, 2].map((player) =>
    Float64Array.from({ length: 8 }, (_, index) => {
      const choices = [(index >> 2) & 1, (index >> 1) & 1, index & 1]
      return choices.every((choice, other) => other === player || choice !== choices[player]) ? 1 : 0
    }),
  ),
}

describe('regrets', () => {
  it('is zero at the pure and the mixed equilibria of a game of three', () => {
    const half = [0.5, 0.5]
    expect(regrets(odd, [half, half, half])).toEqual([0, 0, 0])
    expect(
      isNashEquilibrium(odd, [
        [1, 0],
        [0, 1],
        [0, 1],
      ]),
    ).toBe(true)
    expect(
      regrets(odd, [
        [1, 0],
        [1, 0],
        [1, 0],
      ]),
    ).toEqual([1, 1, 1])
  })

  it('agrees with the exact solver on games of two', () => {
    const matrix = fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 3, maxLength: 3 }), {
      minLength: 2,
      maxLength: 2,
    })
    fc.assert(
      fc.property(matrix, matrix, (row, column) => {
        const game = {
          strategies: [2, 3],
          payoffs: [Float64Array.from(row.flat()), Float64Array.from(column.flat())],
        }
        for (const one of allEquilibria(bimatrix(row, column)).equilibria)
          expect(isNashEquilibrium(game, [one.row.map(toNumber), one.column.map(toNumber)])).toBe(true)
      }),
    )
  })

  it('refuses what is no profile of the game', () => {
    expect(() => regrets(odd, [[1, 0]])).toThrow(InvalidInputError)
    expect(() =>
      regrets(odd, [
        [1, 0],
        [0.5, 0.6],
        [1, 0],
      ]),
    ).toThrow(InvalidInputError)
  })
})
