import { type Bimatrix, payoffsAgainst, transpose } from './bimatrix'
import { add, compare, equals, multiply, ONE, type Rational, subtract, ZERO } from './rational'

/**
 * What each player could gain by the best deviation, exactly: zero for both at an equilibrium and nowhere else.
 * A vector that is no probability distribution gives `undefined`.
 */
export function deviationGains(
  game: Bimatrix,
  { row, column }: { row: readonly Rational[]; column: readonly Rational[] },
): { row: Rational; column: Rational } | undefined {
  if (![row, column].every(isDistribution)) return undefined
  const gain = (payoffs: readonly Rational[], own: readonly Rational[]) => {
    const best = payoffs.reduce((a, b) => (compare(b, a) > 0 ? b : a))
    return subtract(
      best,
      payoffs.reduce((sum, payoff, i) => add(sum, multiply(payoff, own[i]!)), ZERO),
    )
  }
  return {
    row: gain(payoffsAgainst(game.row, column), row),
    column: gain(payoffsAgainst(transpose(game).row, row), column),
  }
}

/** True when no player has a profitable deviation. */
export function isEquilibrium(
  game: Bimatrix,
  profile: { row: readonly Rational[]; column: readonly Rational[] },
): boolean {
  const gains = deviationGains(game, profile)
  return gains !== undefined && gains.row.n === 0n && gains.column.n === 0n
}

function isDistribution(weights: readonly Rational[]): boolean {
  return weights.every(({ n }) => n >= 0n) && equals(weights.reduce(add, ZERO), ONE)
}
