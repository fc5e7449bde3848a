import { type LogSeries, logChanges, type MonthIndex } from './monthly-series'
import { type ForecastConstants, forecastQuantile, forecastReward } from './reward-forecast'
import { covers, crpsFromQuantiles, crpsNormal, intervalScore } from './scores'

export type Scores = { coverage: number; intervalScore: number; maeLog: number; crps: number }
export type ScoredHorizon = { n: number } & Scores & { randomWalk: Scores }

/** One scored forecast; quantiles and outcome on the natural-log scale. */
export type ScoredForecast = {
  network: string
  origin: MonthIndex
  horizon: number
  p5: number
  p50: number
  p95: number
  outcome: number
  scores: { covered: boolean; intervalScore: number; error: number; crps: number }
  randomWalk: { covered: boolean; intervalScore: number; error: number; crps: number }
}

/** P95 of a standard normal to the digits the walk's rule states. */
const Z95 = 1.6449

/** An origin counts where the `history` months up to and with it are all known. */
export function isOrigin(series: LogSeries, origin: MonthIndex, history: number): boolean {
  for (let back = 0; back < history; back++) if (!series.has(origin - back)) return false
  return true
}

function walkDeviation(series: LogSeries, origin: MonthIndex, changes: number, horizon: number): number {
  const last = logChanges(series, origin).slice(-changes)
  const mean = last.reduce((a, b) => a + b, 0) / last.length
  const variance = last.reduce((sum, d) => sum + (d - mean) ** 2, 0) / (last.length - 1)
  return Math.sqrt(variance) * Math.sqrt(horizon)
}

/**
 * Scores the model and the log random walk (drift 0, σ = sample deviation of the last changes × √h) on the triples
 * that the walk's rule fixes: every origin with `history` known months up to it, every outcome whose month is known.
 *
 * @param constants the constants to forecast a network with: those fitted without it
 * @param from score outcomes from this month on only; earlier rows serve as history
 * @param history months that must be known up to the origin, 13 for networks
 */
export function backtest(options: {
  series: ReadonlyMap<string, LogSeries>
  horizons: readonly number[]
  constants: (network: string) => ForecastConstants
  from?: MonthIndex | undefined
  history?: number
}): ScoredForecast[] {
  const { series: all, horizons, constants, from = Number.NEGATIVE_INFINITY, history = 13 } = options
  const scored: ScoredForecast[] = []
  for (const [network, series] of all)
    for (const horizon of horizons)
      for (const origin of [...series.keys()].sort((a, b) => a - b)) {
        const outcome = series.get(origin + horizon)
        if (outcome === undefined || origin + horizon < from || !isOrigin(series, origin, history)) continue
        const forecast = forecastReward(series, origin, horizon, constants(network))
        const quantile = (p: number) => forecastQuantile(forecast, p)
        const [p5, p50, p95] = [quantile(0.05), quantile(0.5), quantile(0.95)]
        const here = series.get(origin)!
        const deviation = walkDeviation(series, origin, history - 1, horizon)
        const [low, high] = [here - Z95 * deviation, here + Z95 * deviation]
        scored.push({
          network,
          origin,
          horizon,
          p5,
          p50,
          p95,
          outcome,
          scores: {
            covered: covers(p5, p95, outcome),
            intervalScore: intervalScore(p5, p95, outcome),
            error: Math.abs(outcome - p50),
            crps: crpsFromQuantiles(quantile, outcome),
          },
          randomWalk: {
            covered: covers(low, high, outcome),
            intervalScore: intervalScore(low, high, outcome),
            error: Math.abs(outcome - here),
            crps: crpsNormal(here, deviation, outcome),
          },
        })
      }
  return scored
}

/** Means over scored forecasts; `undefined` where there are none. */
export function summarise(scored: readonly ScoredForecast[]): ScoredHorizon | undefined {
  const n = scored.length
  if (n === 0) return undefined
  const mean = (figure: (one: ScoredForecast) => number) =>
    scored.reduce((sum, one) => sum + figure(one), 0) / n
  const scores = (of: 'scores' | 'randomWalk'): Scores => ({
    coverage: mean((one) => (one[of].covered ? 1 : 0)),
    intervalScore: mean((one) => one[of].intervalScore),
    maeLog: mean((one) => one[of].error),
    crps: mean((one) => one[of].crps),
  })
  return { n, ...scores('scores'), randomWalk: scores('randomWalk') }
}
