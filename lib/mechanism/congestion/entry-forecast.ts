import { leastSquares } from '../network-effects/least-squares'

/** Nodes and rewards of one month; both known and above zero. */
export type EntryMonth = {
  month: number
  nodes: number
  rewardsUsd: number
  /** what a node costs its operator a month, where operators publish it; otherwise break-even is latent */
  costUsd?: number
}

export const HORIZON = 12
/** Months before an origin that must be known. */
export const HISTORY = 7
/** Past cases needed before anything is forecast. */
export const LEAST_CASES = 24
/** Pull of every coefficient but the constant towards zero, as so many cases of a standardised figure of one. */
const RIDGE = 12

export type EntryForecast = {
  network: string
  origin: number
  /** log change of nodes over twelve months: forecast and what happened */
  forecast: number
  outcome: number
}

export type EntryBacktest = {
  n: number
  /** mean absolute error of the log change, and of the forecast that nothing changes */
  error: number
  noChangeError: number
  forecasts: EntryForecast[]
}

type Case = { network: string; origin: number; figures: number[]; outcome: number | undefined }

/**
 * Does free entry foretell the number of devices? The log change of nodes over twelve months, on
 *
 * - the gap: log reward per node over the network's break-even: what a node costs, where operators publish it (the relay
 *   network alone does). Elsewhere break-even is latent: the median of what its nodes were content with so far stands
 *   for it;
 * - the network effect: log growth of rewards over the last half year;
 * - its own trend: log growth of nodes over the last half year.
 *
 * One ridge regression over all networks a month, fitted on cases whose outcome was known by then, and never on later
 * ones.
 */
export function backtestEntry(histories: ReadonlyMap<string, readonly EntryMonth[]>): EntryBacktest {
  const cases = [...histories].flatMap(([network, months]) => casesOf(network, months))
  const forecasts: EntryForecast[] = []
  for (const origin of [...new Set(cases.map((one) => one.origin))].sort((a, b) => a - b)) {
    const known = cases.filter((one) => one.origin + HORIZON <= origin && one.outcome !== undefined)
    if (known.length < LEAST_CASES) continue
    const predict = fitRidge(
      known.map(({ figures }) => figures),
      known.map(({ outcome }) => outcome!),
    )
    for (const one of cases)
      if (one.origin === origin && one.outcome !== undefined)
        forecasts.push({ network: one.network, origin, forecast: predict(one.figures), outcome: one.outcome })
  }
  return { ...entryErrors(forecasts), forecasts }
}

/** How far forecasts were off, beside the forecast that nothing changes; NaN where there is none. */
export function entryErrors(
  forecasts: readonly Pick<EntryForecast, 'forecast' | 'outcome'>[],
): Omit<EntryBacktest, 'forecasts'> {
  const mean = (of: (one: Pick<EntryForecast, 'forecast' | 'outcome'>) => number) =>
    forecasts.reduce((sum, one) => sum + of(one), 0) / forecasts.length
  return {
    n: forecasts.length,
    error: mean(({ forecast, outcome }) => Math.abs(outcome - forecast)),
    noChangeError: mean(({ outcome }) => Math.abs(outcome)),
  }
}

function casesOf(network: string, months: readonly EntryMonth[]): Case[] {
  const byMonth = new Map(months.map((one) => [one.month, one]))
  const earnings: number[] = []
  return [...months]
    .sort((a, b) => a.month - b.month)
    .flatMap(({ month, nodes, rewardsUsd, costUsd }) => {
      earnings.push(Math.log(rewardsUsd / nodes))
      const before = byMonth.get(month - 6)
      if (before === undefined || earnings.length < HISTORY) return []
      const later = byMonth.get(month + HORIZON)
      const latent = [...earnings].sort((a, b) => a - b)[Math.floor(earnings.length / 2)]!
      const breakEven = costUsd !== undefined && costUsd > 0 ? Math.log(costUsd) : latent
      return [
        {
          network,
          origin: month,
          figures: [
            earnings.at(-1)! - breakEven,
            Math.log(rewardsUsd / before.rewardsUsd),
            Math.log(nodes / before.nodes),
          ],
          outcome: later && Math.log(later.nodes / nodes),
        },
      ]
    })
}

function fitRidge(
  rows: readonly (readonly number[])[],
  y: readonly number[],
): (figures: readonly number[]) => number {
  const count = rows[0]!.length
  const middle = Array.from(
    { length: count },
    (_, j) => rows.reduce((sum, row) => sum + row[j]!, 0) / rows.length,
  )
  const spread = middle.map((mean, j) =>
    Math.max(1e-6, Math.sqrt(rows.reduce((sum, row) => sum + (row[j]! - mean) ** 2, 0) / rows.length)),
  )
  // a figure far outside what was seen is taken at three deviations
  const standard = (row: readonly number[]) =>
    row.map((value, j) => Math.max(-3, Math.min(3, (value - middle[j]!) / spread[j]!)))
  const pull = middle.map((_, j) => [0, ...middle.map((_, k) => (k === j ? Math.sqrt(RIDGE) : 0))])
  const { coefficients } = leastSquares(
    [...rows.map((row) => [1, ...standard(row)]), ...pull],
    [...y, ...middle.map(() => 0)],
    0,
  )
  return (figures) => [1, ...standard(figures)].reduce((sum, value, j) => sum + value * coefficients[j]!, 0)
}
