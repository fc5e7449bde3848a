import { InvalidInputError } from '@/lib/core/errors'
import { type Equilibrium, equilibriumOf, normalise } from './all-equilibria'
import { bestResponsePolytopes, leavingRow, originTableau, pivot } from './best-response-polytope'
import type { Bimatrix } from './bimatrix'
import { vertexOf } from './polytope-vertices'
import type { Rational } from './rational'

export type LemkeHowsonEnd = Equilibrium & {
  /** steps taken */
  pivots: number
  /** the label given up first, then the one taken up at each step: it ends when the first comes back */
  path: number[]
  /** what both players play after each step: one a pivot; undefined while a side is still where nothing is played */
  steps: { row: Rational[] | undefined; column: Rational[] | undefined }[]
}

/**
 * One equilibrium of a bimatrix game by complementary pivoting, exact. Ties are broken lexicographically, so that it
 * ends on degenerate games too.
 * Source: Lemke & Howson (1964); integer and lexicographic pivoting as in von Stengel (2007).
 *
 * @param dropped the label given up first: 0 … rows − 1 are the row player's strategies, the rest the column player's
 * @throws InvalidInputError when there is no such label
 */
export function lemkeHowson(game: Bimatrix, dropped = 0): LemkeHowsonEnd {
  const [m, n] = [game.row.length, game.row[0]!.length]
  if (!Number.isInteger(dropped) || dropped < 0 || dropped >= m + n)
    throw new InvalidInputError(`There is no strategy ${dropped}: the game has ${m + n}.`)
  const { p, q } = bestResponsePolytopes(game)
  // in P variables are labels 0 … m−1 and slacks m …; in Q variables are labels m … and slacks 0 … m−1
  const sides = [
    { tableau: originTableau(p), columnOf: (label: number) => label, labelOf: (column: number) => column },
    {
      tableau: originTableau(q),
      columnOf: (label: number) => (label < m ? n + label : label - m),
      labelOf: (column: number) => (column < n ? m + column : column - n),
    },
  ] as const
  let side = dropped < m ? 0 : 1
  let label = dropped
  const path = [dropped]
  const steps: LemkeHowsonEnd['steps'] = []
  const played = [0, 1].map((): Rational[] | undefined => undefined)
  do {
    const { tableau, columnOf, labelOf } = sides[side]!
    const entering = columnOf(label)
    // the polytopes are bounded: some row always leaves
    label = labelOf(pivot(tableau, entering, leavingRow(tableau, entering)))
    path.push(label)
    const { point } = vertexOf(tableau)
    played[side] = point.some(({ n }) => n !== 0n) ? normalise(point) : undefined
    steps.push({ row: played[0], column: played[1] })
    side = 1 - side
  } while (label !== dropped)
  const [row, column] = played
  return { ...equilibriumOf(game, row!, column!), pivots: path.length - 1, path, steps }
}
