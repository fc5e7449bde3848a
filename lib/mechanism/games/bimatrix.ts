import { InvalidInputError } from '@/lib/core/errors'
import { add, multiply, type Rational, rational, rationalOf, ZERO } from './rational'

/** A game of two players in normal form: payoffs of the row player and of the column player, row-major. */
export type Bimatrix = { readonly row: readonly Rational[][]; readonly column: readonly Rational[][] }

/** Largest number of strategies of both players together: the solvers visit every vertex. */
export const MAX_STRATEGIES = 30

type Payoff = Rational | number | bigint

/**
 * A bimatrix game from its payoffs; doubles are taken at their exact value.
 *
 * @example bimatrix([[3, 0], [0, 2]], [[2, 0], [0, 2]])
 * @throws InvalidInputError when the matrices differ in shape, are empty, ragged or too large
 */
export function bimatrix(row: readonly Payoff[][], column: readonly Payoff[][]): Bimatrix {
  const n = row[0]?.length ?? 0
  if (n === 0 || row.length !== column.length || [...row, ...column].some((line) => line.length !== n))
    throw new InvalidInputError('Both payoff matrices need the same number of rows and of columns.')
  if (row.length + n > MAX_STRATEGIES)
    throw new InvalidInputError(
      `A game is solved up to ${MAX_STRATEGIES} strategies of both players together.`,
    )
  const exact = (matrix: readonly Payoff[][]) => matrix.map((line) => line.map(exactly))
  return { row: exact(row), column: exact(column) }
}

function exactly(payoff: Payoff): Rational {
  if (typeof payoff === 'bigint') return rational(payoff)
  return typeof payoff === 'number' ? rationalOf(payoff) : payoff
}

/** The game with the players' places exchanged. */
export function transpose({ row, column }: Bimatrix): Bimatrix {
  const flip = (matrix: readonly Rational[][]) => matrix[0]!.map((_, j) => matrix.map((line) => line[j]!))
  return { row: flip(column), column: flip(row) }
}

/** Expected payoff of each of the row player's pure strategies against the mixed strategy `y`. */
export function payoffsAgainst(matrix: readonly Rational[][], y: readonly Rational[]): Rational[] {
  return matrix.map((line) =>
    line.reduce((sum, payoff, j) => (y[j]!.n === 0n ? sum : add(sum, multiply(payoff, y[j]!))), ZERO),
  )
}
