import { blockBootstrap, percentileInterval } from '@/lib/math/statistics/bootstrap'
import type { CashForecast } from './cash-backtest'

export type CashHorizon = {
  months: number
  n: number
  coverage: number
  /** 95 % block-bootstrap interval */
  coverageInterval: { low: number; high: number }
  /** outcomes below P5 and above P95 */
  below: number
  above: number
}

/** An outcome outside its stated 90 % interval; `distance` beyond its end, in the half-width on that side. */
export type CashMiss = CashForecast & { distance: number }

export type CashReport = {
  horizons: CashHorizon[]
  /** least covered first */
  subjects: { of: string; n: number; covered: number; below: number; above: number }[]
  /** furthest beyond first */
  misses: CashMiss[]
}

const BOOTSTRAP = { block: 6, replicates: 1000, seed: 20_240_601 }
/** A half-width of nothing would make every miss endless. USD */
const LEAST_WIDTH = 1

const isBelow = ({ p5, outcome }: CashForecast) => outcome < p5
const isAbove = ({ p95, outcome }: CashForecast) => outcome > p95
const isCovered = (one: CashForecast) => !isBelow(one) && !isAbove(one)
const share = (list: readonly CashForecast[]) => list.filter(isCovered).length / list.length

/** What stated intervals of cash came to, failures first. @param shown of the misses, the furthest */
export function cashReport(forecasts: readonly CashForecast[], shown = 40): CashReport {
  return {
    horizons: [...groups(forecasts, (one) => one.months)]
      .sort(([a], [b]) => a - b)
      .map(([months, list]) => ({
        months,
        n: list.length,
        coverage: share(list),
        coverageInterval: percentileInterval(
          blockBootstrap([...groups(list, (one) => one.of).values()], share, BOOTSTRAP),
        ),
        below: list.filter(isBelow).length,
        above: list.filter(isAbove).length,
      })),
    subjects: [...groups(forecasts, (one) => one.of)]
      .map(([of, list]) => ({
        of,
        n: list.length,
        covered: list.filter(isCovered).length,
        below: list.filter(isBelow).length,
        above: list.filter(isAbove).length,
      }))
      .sort((a, b) => a.covered / a.n - b.covered / b.n || b.n - a.n),
    misses: forecasts
      .filter((one) => !isCovered(one))
      .map((one) => ({ ...one, distance: beyond(one) }))
      .sort((a, b) => b.distance - a.distance)
      .slice(0, shown),
  }
}

function beyond(one: CashForecast): number {
  return isAbove(one)
    ? (one.outcome - one.p95) / Math.max(one.p95 - one.p50, LEAST_WIDTH)
    : (one.p5 - one.outcome) / Math.max(one.p50 - one.p5, LEAST_WIDTH)
}

function groups<key>(
  list: readonly CashForecast[],
  keyOf: (one: CashForecast) => key,
): Map<key, CashForecast[]> {
  const found = new Map<key, CashForecast[]>()
  for (const one of list) {
    const group = found.get(keyOf(one))
    if (group) group.push(one)
    else found.set(keyOf(one), [one])
  }
  return found
}
