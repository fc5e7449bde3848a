import { nelderMead } from '@/lib/math/optimisation/nelder-mead'
import { isOrigin } from './backtest'
import type { LogSeries } from './monthly-series'
import { type ForecastConstants, forecastReward } from './reward-forecast'
import { intervalScore } from './scores'

export const FITTED_HORIZONS = [1, 3, 6, 12] as const

/** How strongly a long history outvotes a short one: a network's weight is (its triples)^(1 − 0.25). */
const SIZE_DISCOUNT = 0.25

type Triple = { series: LogSeries; origin: number; horizon: number; outcome: number; weight: number }

function triplesOf(all: readonly LogSeries[], history: number, horizons: readonly number[]): Triple[][] {
  return horizons.map((horizon) =>
    all.flatMap((series) => {
      const found = [...series.keys()]
        .filter((origin) => isOrigin(series, origin, history) && series.has(origin + horizon))
        .map((origin) => ({ series, origin, horizon, outcome: series.get(origin + horizon)! }))
      const weight = found.length ** -SIZE_DISCOUNT
      return found.map((triple) => ({ ...triple, weight }))
    }),
  )
}

/**
 * Fits the constants by minimum contrast: interval score of the 90 % interval plus twice the pinball loss of the
 * median, each horizon counted alike by dividing by √horizon.
 */
export function fitForecast(
  series: readonly LogSeries[],
  options: { history?: number; horizons?: readonly number[] } = {},
): ForecastConstants {
  const groups = triplesOf(series, options.history ?? 13, options.horizons ?? FITTED_HORIZONS)
  const read = ([momentum, logHalfWidth, horizonExponent, shrinkageExponent]: readonly number[]) => ({
    momentum: momentum!,
    logHalfWidth: logHalfWidth!,
    horizonExponent: horizonExponent!,
    shrinkageExponent: shrinkageExponent!,
  })
  const loss = (point: readonly number[]) => {
    const constants = read(point)
    let total = 0
    for (const group of groups) {
      let sum = 0
      let weights = 0
      for (const { series, origin, horizon, outcome, weight } of group) {
        const { median, halfWidth } = forecastReward(series, origin, horizon, constants)
        const score =
          intervalScore(median - halfWidth, median + halfWidth, outcome) + Math.abs(outcome - median)
        sum += (weight * score) / Math.sqrt(horizon)
        weights += weight
      }
      if (weights > 0) total += sum / weights
    }
    return total
  }
  let best = nelderMead(loss, [0.1, 0, 0.5, 0.6], [0.05, 0.2, 0.1, 0.2])
  // restarts shake the simplex out of the kinks of a piecewise linear loss
  for (let restart = 0; restart < 4; restart++) {
    const next = nelderMead(loss, best.point, [0.03, 0.1, 0.05, 0.1])
    if (next.value < best.value) best = next
  }
  return read(best.point.map((x) => Number(x.toFixed(4))))
}
