import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allEquilibria } from './all-equilibria'
import { bimatrix } from './bimatrix'
import { coordination3 } from './documented-games'
import { toNumber } from './rational'
import { replicatorDynamics } from './replicator-dynamics'
import { replicatorStability, support } from './replicator-stability'

const pennies = bimatrix(
  [
    [1, -1],
    [-1, 1],
  ],
  [
    [-1, 1],
    [1, -1],
  ],
)
// of no symmetry that a game could share
const nudges = [0.93, 0.51, 0.77, 0.62, 0.99, 0.58]

describe('replicatorStability', () => {
  it('circles in matching pennies, leaves the mixtures of a coordination game, comes back to its corners', () => {
    const [only] = allEquilibria(pennies).equilibria
    expect(replicatorStability(pennies, only!)).toBe('neutral')
    for (const one of allEquilibria(coordination3).equilibria)
      expect(replicatorStability(coordination3, one)).toBe(
        support(one.row).length === 1 ? 'stable' : 'unstable',
      )
  })

  it('is what the paths do: back to what is stable, away from what is not', () => {
    const payoff = fc.integer({ min: -5, max: 5 })
    const matrix = (size: number) =>
      fc.array(fc.array(payoff, { minLength: size, maxLength: size }), { minLength: size, maxLength: size })
    const games = fc.integer({ min: 2, max: 3 }).chain((size) => fc.tuple(matrix(size), matrix(size)))
    fc.assert(
      fc.property(games, (pair) => {
        const game = bimatrix(...pair)
        for (const one of allEquilibria(game).equilibria) {
          const near = (mixture: readonly { n: bigint; d: bigint }[], from: number) => {
            const moved = mixture.map((x, k) => toNumber(x) + 1e-4 * nudges[(from + k) % nudges.length]!)
            const total = moved.reduce((a, b) => a + b, 0)
            return moved.map((x) => x / total)
          }
          const start = { row: near(one.row, 0), column: near(one.column, 3) }
          const at = [...one.row, ...one.column].map(toNumber)
          const distance = (state: { row: readonly number[]; column: readonly number[] }) =>
            Math.max(...[...state.row, ...state.column].map((x, k) => Math.abs(x - at[k]!)))
          const path = replicatorDynamics({ row: pair[0], column: pair[1] }, start, {
            step: 0.05,
            steps: 4_000,
            every: 20,
          })
          const kind = replicatorStability(game, one)
          if (kind === 'stable') expect(distance(path.at(-1)!)).toBeLessThan(distance(start) / 2)
          if (kind === 'unstable')
            expect(Math.max(...path.map(distance))).toBeGreaterThan(2 * distance(start))
        }
      }),
      // a fixed draw: a start can leave as slowly as one likes
      { numRuns: 20, seed: 1 },
    )
  })
})
