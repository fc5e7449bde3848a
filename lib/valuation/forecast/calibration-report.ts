import { blockBootstrap, percentileInterval } from '@/lib/math/statistics/bootstrap'
import { type ScoredForecast, type ScoredHorizon, summarise } from './backtest'
import { monthText } from './monthly-series'
import { forecastQuantile } from './reward-forecast'

type Interval = { low: number; high: number }

export type CalibrationRow = ScoredHorizon & {
  months: number
  /** 95 % block-bootstrap intervals */
  coverageInterval: Interval
  /** interval score over the walk's; below 1 is better than the walk */
  ratio: number
  ratioInterval: Interval
}

/** An outcome outside its stated 90 % interval. USD per node and month */
export type Miss = {
  network: string
  /** YYYY-MM from which it was forecast */
  origin: string
  months: number
  p5: number
  p95: number
  outcome: number
  /** how far beyond the interval's end, in half-widths of the interval on the log scale */
  distance: number
}

/** At each stated probability, the share of outcomes that came in at or below the quantile of it. */
export type Reliability = { months: number; points: { stated: number; happened: number }[] }

export type CalibrationReport = {
  horizons: CalibrationRow[]
  /** least covered first; by horizon where it has forecasts */
  networks: { network: string; n: number; coverage: number; ratio: number; horizons: CoveredHorizon[] }[]
  /** furthest beyond first */
  misses: Miss[]
  reliability: Reliability[]
}

export type CoveredHorizon = { months: number; n: number; covered: number }

const BOOTSTRAP = { block: 6, replicates: 1000, seed: 20_240_601 }
const LEVELS = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95]

/** What stated intervals came to, from the scored forecasts of a backtest. */
export function calibrationReport(scored: readonly ScoredForecast[]): CalibrationReport {
  return {
    horizons: [...groupBy(scored, (one) => one.horizon)].map(([months, list]) => horizonRow(months, list)),
    networks: [...groupBy(scored, (one) => one.network)]
      .map(([network, list]) => ({
        network,
        n: list.length,
        coverage: coverageOf(list),
        ratio: ratioOf(list),
        horizons: [...groupBy(list, (one) => one.horizon)].map(([months, some]) => ({
          months,
          n: some.length,
          covered: some.filter((one) => one.scores.covered).length,
        })),
      }))
      .sort((a, b) => a.coverage - b.coverage || b.n - a.n),
    misses: scored
      .filter((one) => !one.scores.covered)
      .map(missOf)
      .sort((a, b) => b.distance - a.distance),
    reliability: [...groupBy(scored, (one) => one.horizon)].map(([months, list]) => ({
      months,
      points: LEVELS.map((stated) => ({ stated, happened: shareBelow(list, stated) })),
    })),
  }
}

function horizonRow(months: number, list: readonly ScoredForecast[]): CalibrationRow {
  const summary = summarise(list)
  if (!summary) throw new RangeError('A horizon has forecasts.')
  const groups = [...groupBy(list, (one) => one.network).values()]
  const interval = (statistic: (some: readonly ScoredForecast[]) => number) =>
    percentileInterval(blockBootstrap(groups, statistic, BOOTSTRAP))
  return {
    months,
    ...summary,
    coverageInterval: interval(coverageOf),
    ratio: ratioOf(list),
    ratioInterval: interval(ratioOf),
  }
}

function missOf(one: ScoredForecast): Miss {
  const beyond = one.outcome > one.p95 ? one.outcome - one.p95 : one.p5 - one.outcome
  return {
    network: one.network,
    origin: monthText(one.origin),
    months: one.horizon,
    p5: Math.exp(one.p5),
    p95: Math.exp(one.p95),
    outcome: Math.exp(one.outcome),
    distance: beyond / (one.p95 - one.p50),
  }
}

/** The forecast's shape is known from its median and P95. */
function shareBelow(list: readonly ScoredForecast[], stated: number): number {
  const below = list.filter(
    ({ p50, p95, outcome }) => outcome <= forecastQuantile({ median: p50, halfWidth: p95 - p50 }, stated),
  )
  return below.length / list.length
}

const meanOf = (list: readonly ScoredForecast[], figure: (one: ScoredForecast) => number) =>
  list.reduce((sum, one) => sum + figure(one), 0) / list.length
const coverageOf = (list: readonly ScoredForecast[]) => meanOf(list, (one) => (one.scores.covered ? 1 : 0))
const ratioOf = (list: readonly ScoredForecast[]) =>
  meanOf(list, (one) => one.scores.intervalScore) / meanOf(list, (one) => one.randomWalk.intervalScore)

function groupBy<key>(
  list: readonly ScoredForecast[],
  keyOf: (one: ScoredForecast) => key,
): Map<key, ScoredForecast[]> {
  const groups = new Map<key, ScoredForecast[]>()
  for (const one of list) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one])
  return groups
}
