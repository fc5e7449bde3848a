import { type Equilibrium, equilibriumOf } from './all-equilibria'
import { type Bimatrix, transpose } from './bimatrix'
import { add, divide, multiply, ONE, type Rational, subtract, ZERO } from './rational'
import { isEquilibrium } from './verify-equilibrium'

/**
 * Equilibria by equal-size supports: for each pair of them, the mixtures that make the other player indifferent, kept
 * when nobody gains by deviating. Finds all equilibria of a game that is not degenerate; the plain reference beside
 * vertex enumeration, for small games.
 */
export function supportEnumeration(game: Bimatrix): Equilibrium[] {
  const [m, n] = [game.row.length, game.row[0]!.length]
  const mirrored = transpose(game)
  const found: Equilibrium[] = []
  for (const rows of subsets(m))
    for (const columns of subsets(n)) {
      if (rows.length !== columns.length) continue
      const column = indifference(game.row, rows, columns, n)
      const row = column && indifference(mirrored.row, columns, rows, m)
      if (row && column && isEquilibrium(game, { row, column })) found.push(equilibriumOf(game, row, column))
    }
  return found
}

/** The mixture over `mixed` that makes all of `responses` pay the same and sums to one. */
function indifference(
  matrix: readonly Rational[][],
  responses: readonly number[],
  mixed: readonly number[],
  size: number,
): Rational[] | undefined {
  const first = matrix[responses[0]!]!
  const system = responses
    .slice(1)
    .map((i) => [...mixed.map((j) => subtract(matrix[i]![j]!, first[j]!)), ZERO])
  const solution = solve([...system, [...mixed.map(() => ONE), ONE]])
  if (!solution || solution.some(({ n }) => n <= 0n)) return undefined
  const mixture = Array.from({ length: size }, () => ZERO)
  mixed.forEach((j, k) => {
    mixture[j] = solution[k]!
  })
  return mixture
}

/** Gauss–Jordan on an augmented square system; `undefined` when it is singular. */
function solve(system: Rational[][]): Rational[] | undefined {
  const size = system.length
  for (let k = 0; k < size; k++) {
    const found = system.findIndex((line, i) => i >= k && line[k]!.n !== 0n)
    if (found === -1) return undefined
    const source = system[found]!
    system[found] = system[k]!
    system[k] = source.map((value) => divide(value, source[k]!))
    for (let i = 0; i < size; i++) {
      const factor = system[i]![k]!
      if (i === k || factor.n === 0n) continue
      system[i] = system[i]!.map((value, j) => add(value, multiply(negate(factor), system[k]![j]!)))
    }
  }
  return system.map((line) => line[size]!)
}

const negate = ({ n, d }: Rational): Rational => ({ n: -n, d })

function subsets(size: number): number[][] {
  return Array.from({ length: 2 ** size - 1 }, (_, mask) =>
    Array.from({ length: size }, (_, k) => k).filter((k) => ((mask + 1) >> k) & 1),
  )
}
