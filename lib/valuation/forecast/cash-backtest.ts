import { publishedRewards } from '@/lib/market/published-rewards'
import { quantile, sorted } from '@/lib/math/statistics/quantiles'
import type { EngineInputs } from '../engine/inputs'
import { drawScenarios } from '../engine/scenarios'
import { termsOf } from '../engine/terms'
import type { AssumptionBook } from '../estimate/assumption-book'
import { estimateEngineInputs } from '../estimate/estimate-engine-inputs'
import type { NetworkEvidence } from '../estimate/evidence'
import { UnknownRewardError } from '../estimate/reward-level'
import { monthIndex, monthText } from './monthly-series'

/** A stated interval of the cash that a node brings over some months, and what it brought. USD per node */
export type CashForecast = {
  /** network, or operator */
  of: string
  /** YYYY-MM whose end the interval was stated at */
  origin: string
  months: number
  p5: number
  p50: number
  p95: number
  outcome: number
}

/** Margins that came, USD per node, by month (YYYY-MM); a month that is not known is absent. */
export type Margins = ReadonlyMap<string, number>

const PATHS = 2048
const SEED = 20_240_601

/**
 * P5, P50 and P95 of the cash of the next months as the engine has it: rewards less running cost, idle months at nothing,
 * of a device that stays where it is and lives, since what is published is of those that did. Undiscounted, USD.
 */
export function cashIntervals(
  inputs: EngineInputs,
  horizons: readonly number[],
): { months: number; p5: number; p50: number; p95: number }[] {
  const longest = Math.max(...horizons)
  const plain: EngineInputs = {
    ...inputs,
    moves: [],
    horizon: { ...inputs.horizon, value: longest },
  }
  const terms = termsOf(plain)
  const { noise, cost, paths } = drawScenarios(plain, PATHS, SEED)
  const sums = horizons.map(() => new Float64Array(paths))
  for (let path = 0; path < paths; path++) {
    let sum = 0
    for (let t = 0; t < longest; t++) {
      sum += Math.max(terms.means[0]![t]! * noise[0]![path * longest + t]! - terms.ownCosts[cost[path]!]!, 0)
      const place = horizons.indexOf(t + 1)
      if (place >= 0) sums[place]![path] = sum
    }
  }
  return horizons.map((months, index) => {
    const ascending = sorted(sums[index]!)
    const [p5, p50, p95] = [0.05, 0.5, 0.95].map((p) => quantile(ascending, p))
    return { months, p5: p5!, p50: p50!, p95: p95! }
  })
}

/** What was known of a network at the end of a month: nothing later. */
export function knownAt(network: NetworkEvidence, origin: string): NetworkEvidence {
  return {
    ...network,
    months: network.months.filter(({ month }) => month <= origin),
    dailyPrices: network.dailyPrices.filter(({ day }) => day.slice(0, 7) <= origin),
    operators: network.operators.filter(({ month }) => month <= origin),
  }
}

/** What an average node of a network brought in each month: the operator's share of its reward less the assumed cost. */
export function networkMargins(network: NetworkEvidence, book: AssumptionBook): Map<string, number> {
  const share = book.need('operator_share').value
  const cost = book.need('running_cost').value
  return new Map(
    network.months.flatMap((row) => {
      const rewards = publishedRewards(row)
      if (!rewards || rewards.usd <= 0 || row.activeNodes === null || row.activeNodes <= 0) return []
      return [[row.month, Math.max((share * rewards.usd) / row.activeNodes - cost, 0)] as const]
    }),
  )
}

/** What a node of an operator brought in each month, at the cost published for it that month. */
export function operatorMargins(network: NetworkEvidence, operator: string): Map<string, number> {
  return new Map(
    network.operators
      .filter((row) => row.operator === operator && row.costUsd !== null)
      .map((row) => [row.month, Math.max(row.rewardsUsd / row.nodes - (row.costUsd ?? 0), 0)] as const),
  )
}

/**
 * States intervals at every month's end from the `history`-th known month on, with what was known then and nothing later, and
 * sets what came beside them, wherever every month of the window is known.
 * @param operator whose node it is; the network's median one unless told
 */
export function cashBacktest(options: {
  of: string
  network: NetworkEvidence
  operator?: string
  book: AssumptionBook
  margins: Margins
  horizons: readonly number[]
  history: number
}): CashForecast[] {
  const { of, network, operator = null, book, margins, horizons, history } = options
  const known = [...margins.keys()].sort()
  return known.slice(history - 1).flatMap((origin) => {
    const at = monthIndex(origin)
    const outcomes = new Map(
      horizons.flatMap((months) => {
        let sum = 0
        for (let month = 1; month <= months; month++) sum += margins.get(monthText(at + month)) ?? Number.NaN
        return Number.isNaN(sum) ? [] : [[months, sum] as const]
      }),
    )
    if (outcomes.size === 0) return []
    const inputs = estimated(knownAt(network, origin), operator, book)
    // a month whose price or reward is not known leaves an older month's value
    if (inputs?.asOf !== origin) return []
    return cashIntervals(inputs, [...outcomes.keys()]).map(({ months, ...interval }) => ({
      of,
      origin,
      months,
      ...interval,
      outcome: outcomes.get(months)!,
    }))
  })
}

function estimated(network: NetworkEvidence, operator: string | null, book: AssumptionBook) {
  try {
    return estimateEngineInputs(network, { operator, uptime: null }, book, [])
  } catch (error) {
    if (error instanceof UnknownRewardError) return undefined
    throw error
  }
}
