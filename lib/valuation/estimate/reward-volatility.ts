import { publishedRewards } from '@/lib/market/published-rewards'
import { exp } from '@/lib/math/elementary/exp'
import { log } from '@/lib/math/elementary/log'
import { type RewardSpread, rewardSpread } from '../engine/reward-spread'
import { constantsFor } from '../forecast/constants'
import { logRewardPerNode, monthIndex } from '../forecast/monthly-series'
import { forecastReward } from '../forecast/reward-forecast'
import type { Figure } from '../inputs'
import type { NetworkMonth } from './evidence'

const HORIZONS = [1, 3, 6, 12]
/** Months of history that the pool of all networks weighs. Chosen after values were seen: Method shows how they depend on it. */
export const PRIOR_MONTHS = 12

/**
 * Random walk and unknown trend of a network's dollar reward per node, from the spread of its forecasts 1, 3, 6 and 12
 * months ahead, on the log scale drawn towards what a network of usual restlessness has, the more the fewer its months.
 * Undefined where the reward per node of the month is not known.
 * @param asOf month (YYYY-MM) the value is of
 * @param priorMonths months of history that the pool weighs
 */
export function rewardVolatility(
  network: string,
  months: readonly NetworkMonth[],
  asOf: string,
  priorMonths = PRIOR_MONTHS,
): { volatility: Figure; growthDeviation: Figure } | undefined {
  const series = logRewardPerNode(
    months.map((row) => ({
      month: row.month,
      ...(row.activeNodes !== null && { nodes: row.activeNodes }),
      ...rewardsOf(row),
    })),
  )
  const origin = monthIndex(asOf)
  if (!series.has(origin)) return undefined
  const constants = constantsFor(network)
  const spread: RewardSpread = rewardSpread(
    HORIZONS.map((horizon) => ({
      months: horizon,
      forecast: forecastReward(series, origin, horizon, constants),
    })),
  )
  // what a network of usual restlessness has, by the same constants
  const pool = rewardSpread(
    HORIZONS.map((horizon) => ({
      months: horizon,
      forecast: {
        median: 0,
        halfWidth: exp(constants.logHalfWidth + constants.horizonExponent * log(horizon)),
      },
    })),
  )
  const known = [...series.keys()].filter((month) => month <= origin).length
  const weight = known / (known + priorMonths)
  const drawn = (own: number, usual: number) => usual * exp(weight * log(own / usual))
  const note = `spread of the reward forecasts to 12 months; ${known} months known, drawn towards all networks`
  const growth =
    spread.growthDeviation > 0 && pool.growthDeviation > 0
      ? drawn(spread.growthDeviation, pool.growthDeviation)
      : weight * spread.growthDeviation + (1 - weight) * pool.growthDeviation
  return {
    volatility: { value: drawn(spread.volatility, pool.volatility), source: 'estimated', note },
    growthDeviation: { value: growth, source: 'estimated', note },
  }
}

function rewardsOf(row: NetworkMonth): { rewardsUsd?: number } {
  const rewards = publishedRewards(row)
  return rewards === null ? {} : { rewardsUsd: rewards.usd }
}
