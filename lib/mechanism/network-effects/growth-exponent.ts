import { leastSquares, type Regression } from './least-squares'

export type GrowthExponent = {
  exponent: number
  error: number
  low: number
  high: number
  lags: number
  n: number
}

/**
 * Change of log rewards on change of log nodes, between consecutive months alone: the slope is the exponent, with its
 * Newey–West error and the 90 % interval it makes.
 *
 * @param months in order; a gap is skipped
 */
export function growthExponent(
  months: readonly { month: number; nodes: number; rewardsUsd: number }[],
): GrowthExponent {
  const rows = months.flatMap(({ month, nodes, rewardsUsd }, t) => {
    const before = months[t - 1]
    return before && before.month === month - 1
      ? [
          {
            x: Math.log(nodes) - Math.log(before.nodes),
            y: Math.log(rewardsUsd) - Math.log(before.rewardsUsd),
          },
        ]
      : []
  })
  const fit: Regression = leastSquares(
    rows.map(({ x }) => [1, x]),
    rows.map(({ y }) => y),
  )
  const [exponent, error] = [fit.coefficients[1]!, fit.errors[1]!]
  return {
    exponent,
    error,
    low: exponent - 1.645 * error,
    high: exponent + 1.645 * error,
    lags: fit.lags,
    n: fit.n,
  }
}
