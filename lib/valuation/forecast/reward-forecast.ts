import quantileT from '@stdlib/stats-base-dists-t-quantile'
import { type LogSeries, logChanges, type MonthIndex } from './monthly-series'

/**
 * Constants of the forecast. Fitted on `db/seed/networks-monthly.csv` by `npm run forecast:fit`.
 *
 *     size of a usual change   m = ((Σ √|dᵢ| + k·√m₀) / (n + k))²          all known changes dᵢ up to the origin
 *     median at horizon h      y + b·d                                     d the last change, 0 if unknown
 *     half-width to P95        s = exp(c)·(m / m₀)^γ·h^η
 *     quantile p               median + s·t_ν(p) / t_ν(0.95)               t_ν Student's t
 */
export type ForecastConstants = {
  /** b: share of the last log change that is seen again (monthly averages of a price carry ¼: Working 1960) */
  momentum: number
  /** c: log half-width of the central 90 % interval one month ahead at a usual network */
  logHalfWidth: number
  /** η: growth of the width with the horizon; ½ for a random walk */
  horizonExponent: number
  /** γ: how much of a network's own restlessness is believed; 1 all, 0 none (shrinkage towards the pool) */
  shrinkageExponent: number
}

/** m₀: usual absolute monthly log change, and k: the months of history that this prior weighs. Set, not fitted. */
export const POOLED_CHANGE = 0.2
export const PRIOR_MONTHS = 2
/** ν of the Student's t that shapes the distribution inside and outside its 90 % interval. Set, not fitted. */
export const DEGREES_OF_FREEDOM = 8

/** A distribution of log rewards per node at a horizon. */
export type RewardForecast = {
  /** median, natural log of USD per node and month */
  median: number
  /** half the width of the central 90 % interval, natural log */
  halfWidth: number
}

const T95 = quantileT(0.95, DEGREES_OF_FREEDOM)

/** Robust size of a usual change: the power mean of order ½ of the absolute log changes, shrunk to the pool. */
export function usualChange(changes: readonly number[]): number {
  const sum = changes.reduce((total, change) => total + Math.sqrt(Math.abs(change)), 0)
  return ((sum + PRIOR_MONTHS * Math.sqrt(POOLED_CHANGE)) / (changes.length + PRIOR_MONTHS)) ** 2
}

/**
 * Forecasts log rewards per node `horizon` months after `origin`, from what is known up to the origin and nothing
 * later. Works from a single known month on: without history the pool's restlessness stands in.
 *
 * @throws RangeError when the origin's own month is not known
 */
export function forecastReward(
  series: LogSeries,
  origin: MonthIndex,
  horizon: number,
  constants: ForecastConstants,
): RewardForecast {
  const last = series.get(origin)
  if (last === undefined) throw new RangeError('The month of the origin is not known.')
  const before = series.get(origin - 1)
  const lastChange = before === undefined ? 0 : last - before
  const relative = usualChange(logChanges(series, origin)) / POOLED_CHANGE
  return {
    median: last + constants.momentum * lastChange,
    halfWidth:
      Math.exp(constants.logHalfWidth) *
      relative ** constants.shrinkageExponent *
      horizon ** constants.horizonExponent,
  }
}

/** Quantile of a forecast, natural log of USD per node and month. */
export function forecastQuantile(forecast: RewardForecast, p: number): number {
  return forecast.median + (forecast.halfWidth * quantileT(p, DEGREES_OF_FREEDOM)) / T95
}
