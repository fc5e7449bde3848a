import { leastSquares } from './least-squares'
import { robustQuantile90 } from './robust-quantile'

export type Slope = {
  exponent: number
  /** Newey–West */
  error: number
  /** ends of the 90 % interval */
  low: number
  high: number
}

export type GrowthExponent = Slope & { lags: number; n: number }

/**
 * What of the exponent is tokens and what is the token's price: log dollars are log tokens plus log price, and so are their
 * slopes on the same months.
 */
export type GrowthParts = { tokens: Slope; price: Slope }

export type GrowthMonth = {
  month: number
  nodes: number
  rewardsUsd: number
  rewardTokens?: number | undefined
}

/** Changes from one month to the next that a slope and its error are asked of at least. */
export const LEAST_CHANGES = 12

/**
 * Change of log rewards on change of log nodes, between consecutive months alone: the slope is the exponent, with its
 * Newey–West error and the 90 % interval it makes.
 *
 * @param months in order; a gap is skipped
 * @returns undefined where fewer than twelve months have one before them, or the number of nodes never changed
 */
export function growthExponent(months: readonly GrowthMonth[]): GrowthExponent | undefined {
  return slopeOf(months, ({ rewardsUsd }) => rewardsUsd)
}

/** The exponent of rewards in tokens and of the price they imply; undefined unless every month's tokens are known. */
export function growthParts(months: readonly GrowthMonth[]): GrowthParts | undefined {
  if (!months.every(({ rewardTokens }) => rewardTokens !== undefined && rewardTokens > 0)) return undefined
  const tokens = slopeOf(months, ({ rewardTokens }) => rewardTokens!)
  const price = slopeOf(months, ({ rewardsUsd, rewardTokens }) => rewardsUsd / rewardTokens!)
  return tokens && price && { tokens, price }
}

function slopeOf(
  months: readonly GrowthMonth[],
  figure: (one: GrowthMonth) => number,
): GrowthExponent | undefined {
  const changes = months.flatMap((one, t) => {
    const before = months[t - 1]
    return before?.month === one.month - 1
      ? [
          {
            x: Math.log(one.nodes) - Math.log(before.nodes),
            y: Math.log(figure(one)) - Math.log(figure(before)),
          },
        ]
      : []
  })
  if (changes.length < LEAST_CHANGES || changes.every(({ x }) => x === changes[0]!.x)) return undefined
  const { coefficients, errors, lags, n } = leastSquares(
    changes.map(({ x }) => [1, x]),
    changes.map(({ y }) => y),
  )
  const [exponent, error] = [coefficients[1]!, errors[1]!]
  const reach = robustQuantile90(lags, n) * error
  return { exponent, error, low: exponent - reach, high: exponent + reach, lags, n }
}
