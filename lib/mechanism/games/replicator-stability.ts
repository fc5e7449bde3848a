import { type Bimatrix, payoffsAgainst, transpose } from './bimatrix'
import { add, compare, multiply, type Rational, subtract } from './rational'
import { characteristicPolynomial, hasOnlyRootsUpToZero, product } from './real-roots'

/**
 * What two learning populations do near an equilibrium.
 *
 * `stable`: they come back to it. `unstable`: some nearby start leaves it at a growing rate. `neutral`: to first order
 * they neither come back nor leave, as on the circles of matching pennies.
 */
export type ReplicatorStability = 'stable' | 'unstable' | 'neutral'

/**
 * Stability of an equilibrium under the replicator dynamics of two populations, exact.
 *
 * Asymptotically stable are the strict equilibria and no others (Ritzberger & Weibull 1995). Elsewhere the
 * linearisation on the supports is [[0, P], [Q, 0]] with eigenvalues ±√μ, μ those of P·Q: one of them grows unless every
 * μ is real and not above zero, which is decided on the characteristic polynomial with Sturm's theorem.
 */
export function replicatorStability(
  game: Bimatrix,
  { row, column }: { row: readonly Rational[]; column: readonly Rational[] },
): ReplicatorStability {
  const mirrored = transpose(game)
  if (
    isOnlyBest(payoffsAgainst(game.row, column), row) &&
    isOnlyBest(payoffsAgainst(mirrored.row, row), column)
  )
    return 'stable'
  const [s, t] = [support(row), support(column)]
  if (s.length === 1 || t.length === 1) return 'neutral'
  const p = slopes(game.row, row, s, t)
  const q = slopes(mirrored.row, column, t, s)
  return hasOnlyRootsUpToZero(characteristicPolynomial(product(p, q))) ? 'neutral' : 'unstable'
}

/** Strategies played with a chance above zero. */
export function support(mixture: readonly Rational[]): number[] {
  return mixture.flatMap(({ n }, k) => (n > 0n ? [k] : []))
}

/** True for a pure strategy that pays more than every other. */
function isOnlyBest(payoffs: readonly Rational[], mixture: readonly Rational[]): boolean {
  const played = support(mixture)
  const own = played[0]!
  return played.length === 1 && payoffs.every((payoff, k) => k === own || compare(payoff, payoffs[own]!) < 0)
}

/** ∂(growth of own shares)/∂(the other's shares), both with the last share of the support eliminated. */
function slopes(
  payoffs: readonly (readonly Rational[])[],
  own: readonly Rational[],
  s: readonly number[],
  t: readonly number[],
): Rational[][] {
  const mean = t.map((j) => s.map((i) => multiply(own[i]!, payoffs[i]![j]!)).reduce(add))
  const above = (i: number, k: number) => subtract(payoffs[i]![t[k]!]!, mean[k]!)
  const last = t.length - 1
  return s
    .slice(0, -1)
    .map((i) => t.slice(0, -1).map((_, k) => multiply(own[i]!, subtract(above(i, k), above(i, last)))))
}
