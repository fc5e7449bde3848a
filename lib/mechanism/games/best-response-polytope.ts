import type { Bimatrix } from './bimatrix'
import { add, compare, greatestCommonDivisor, ONE, type Rational, subtract } from './rational'

/**
 * A polytope {z ≥ 0, M z ≤ 1} with M positive, as a tableau of integers: row i reads
 * Σ entries · (z, slacks) = last entry, all multiplied by `determinant`, so that no fraction is ever formed
 * (Edmonds' integer pivoting). Column k < variables is z_k; column variables + i is the slack of row i.
 */
export type Tableau = {
  readonly variables: number
  /** variable that is basic in each row */
  readonly basis: number[]
  readonly rows: bigint[][]
  determinant: bigint
}

/** The polytope at its vertex 0. Rows are scaled to whole numbers, which changes no vertex. */
export function originTableau(matrix: readonly Rational[][]): Tableau {
  const variables = matrix[0]!.length
  const rows = matrix.map((line, i) => {
    const scale = line.reduce((lcm, { d }) => (lcm * d) / greatestCommonDivisor(lcm, d), 1n)
    const slacks = matrix.map((_, k) => (k === i ? 1n : 0n))
    return [...line.map(({ n, d }) => n * (scale / d)), ...slacks, scale]
  })
  return { variables, basis: rows.map((_, i) => variables + i), rows, determinant: 1n }
}

/**
 * The row that leaves when `entering` grows: smallest ratio, ties broken by the columns of the first basis, which is
 * the ratio test of right-hand sides made distinct by an infinitesimal (lexicographic), so no path cycles.
 */
export function leavingRow({ rows, variables }: Tableau, entering: number): number {
  const width = rows[0]!.length
  let best = -1
  for (let i = 0; i < rows.length; i++) {
    const [row, pivot] = [rows[i]!, rows[i]![entering]!]
    if (pivot <= 0n) continue
    if (best === -1) {
      best = i
      continue
    }
    const [other, otherPivot] = [rows[best]!, rows[best]![entering]!]
    let difference = row[width - 1]! * otherPivot - other[width - 1]! * pivot
    for (let k = variables; difference === 0n && k < width - 1; k++)
      difference = row[k]! * otherPivot - other[k]! * pivot
    if (difference < 0n) best = i
  }
  return best
}

/** Brings `entering` into the basis in place of the variable of row `leaving`; returns that variable. */
export function pivot(tableau: Tableau, entering: number, leaving: number): number {
  const { rows, basis, determinant } = tableau
  const source = rows[leaving]!
  const element = source[entering]!
  for (let i = 0; i < rows.length; i++) {
    if (i === leaving) continue
    const row = rows[i]!
    const factor = row[entering]!
    for (let k = 0; k < row.length; k++) row[k] = (row[k]! * element - factor * source[k]!) / determinant
  }
  tableau.determinant = element
  const left = basis[leaving]!
  basis[leaving] = entering
  return left
}

export function copyTableau({ variables, basis, rows, determinant }: Tableau): Tableau {
  return { variables, basis: [...basis], rows: rows.map((row) => [...row]), determinant }
}

/**
 * The two best-response polytopes of a game, payoffs moved so that all are positive, which moves no best response.
 * P holds the row player's strategies {x ≥ 0, Bᵀx ≤ 1}, Q the column player's {y ≥ 0, Ay ≤ 1}.
 * Source: von Stengel, “Equilibrium computation for two-player games”, in Nisan et al. (2007), ch. 3.
 */
export function bestResponsePolytopes({ row, column }: Bimatrix): { p: Rational[][]; q: Rational[][] } {
  const b = raise(column)
  return { p: b[0]!.map((_, j) => b.map((line) => line[j]!)), q: raise(row) }
}

function raise(matrix: readonly Rational[][]): Rational[][] {
  const lowest = matrix.flat().reduce((a, b) => (compare(b, a) < 0 ? b : a))
  return matrix.map((line) => line.map((payoff) => add(subtract(payoff, lowest), ONE)))
}
