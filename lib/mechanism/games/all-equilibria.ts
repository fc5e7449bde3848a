import { bestResponsePolytopes } from './best-response-polytope'
import { type Bimatrix, payoffsAgainst } from './bimatrix'
import { maximalBicliques } from './maximal-bicliques'
import { polytopeVertices, type Vertex } from './polytope-vertices'
import { add, divide, multiply, type Rational, ZERO } from './rational'

export type Equilibrium = {
  /** probabilities of the row player's strategies */
  row: Rational[]
  /** probabilities of the column player's */
  column: Rational[]
  /** expected payoffs */
  rowPayoff: Rational
  columnPayoff: Rational
}

export type Equilibria = {
  /** all extreme equilibria: each the meeting of a vertex of either player's polytope; exact */
  equilibria: Equilibrium[]
  /**
   * True when some mixed strategy has more pure best responses than strategies it is mixed of. There may then be
   * infinitely many equilibria; `sets` holds them all. In a game that is not degenerate every set is one equilibrium.
   */
  isDegenerate: boolean
  /**
   * The maximal Nash subsets: within one, every mixture of its row strategies against every mixture of its column
   * strategies is an equilibrium, and every equilibrium lies in one. Members are indices of `equilibria`.
   */
  sets: number[][]
}

/**
 * All Nash equilibria of a bimatrix game, by exact vertex enumeration: the pairs of vertices of the best-response
 * polytopes that are completely labelled (every strategy is unplayed or a best response).
 * Source: Avis, Rosenberg, Savani & von Stengel (2010), “Enumeration of Nash equilibria for two-player games”.
 */
export function allEquilibria(game: Bimatrix): Equilibria {
  const [m, n] = [game.row.length, game.row[0]!.length]
  const { p, q } = bestResponsePolytopes(game)
  const isSomewhere = ({ point }: Vertex) => point.some((value) => value.n !== 0n)
  const [rowVertices, columnVertices] = [p, q].map((matrix) => polytopeVertices(matrix).filter(isSomewhere))
  // labels 0 … m−1: row strategies; m … m+n−1: column strategies
  const columnLabels = columnVertices!.map(({ binding }) => (binding >>> n) | ((binding & (2 ** n - 1)) << m))
  const complete = 2 ** (m + n) - 1
  const pairs: [number, number][] = []
  rowVertices!.forEach(({ binding }, i) => {
    columnLabels.forEach((labels, j) => {
      if ((binding | labels) === complete) pairs.push([i, j])
    })
  })
  const equilibria = pairs.map(([i, j]) =>
    equilibriumOf(game, normalise(rowVertices![i]!.point), normalise(columnVertices![j]!.point)),
  )
  const index = new Map(pairs.map(([i, j], k) => [`${i},${j}`, k]))
  const sets = maximalBicliques(pairs).map(({ left, right }) =>
    left.flatMap((i) => right.map((j) => index.get(`${i},${j}`)!)),
  )
  const isDegenerate =
    rowVertices!.some(({ binding }) => countBits(binding) > m) ||
    columnVertices!.some(({ binding }) => countBits(binding) > n)
  return { equilibria, isDegenerate, sets }
}

/** Scales a vector to probabilities. */
export function normalise(point: readonly Rational[]): Rational[] {
  const total = point.reduce(add, ZERO)
  return point.map((value) => divide(value, total))
}

/** The equilibrium's payoffs beside its strategies. */
export function equilibriumOf(game: Bimatrix, row: Rational[], column: Rational[]): Equilibrium {
  const payoff = (matrix: readonly Rational[][]) =>
    payoffsAgainst(matrix, column).reduce((sum, value, i) => add(sum, multiply(row[i]!, value)), ZERO)
  return { row, column, rowPayoff: payoff(game.row), columnPayoff: payoff(game.column) }
}

function countBits(mask: number): number {
  let count = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1
  return count
}
