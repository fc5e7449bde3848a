import cdf from '@stdlib/stats-base-dists-normal-cdf'
import pdf from '@stdlib/stats-base-dists-normal-pdf'

/** Whether an outcome fell into a stated interval, ends included. */
export function covers(low: number, high: number, outcome: number): boolean {
  return low <= outcome && outcome <= high
}

/**
 * Interval score of a central 1 − α interval; smaller is better (Gneiting & Raftery 2007, eq. 43):
 * width + 2/α × what the outcome lies outside.
 */
export function intervalScore(low: number, high: number, outcome: number, alpha = 0.1): number {
  return high - low + (2 / alpha) * (Math.max(0, low - outcome) + Math.max(0, outcome - high))
}

/** CRPS of a normal forecast in closed form (Gneiting & Raftery 2007, eq. 21). σ = 0 gives the absolute error. */
export function crpsNormal(mean: number, deviation: number, outcome: number): number {
  if (deviation === 0) return Math.abs(outcome - mean)
  const z = (outcome - mean) / deviation
  return deviation * (z * (2 * cdf(z, 0, 1) - 1) + 2 * pdf(z, 0, 1) - 1 / Math.sqrt(Math.PI))
}

/** CRPS from the quantiles at 1 %, 2 %, …, 99 %: twice the mean quantile (pinball) loss. */
export function crpsFromQuantiles(quantile: (p: number) => number, outcome: number): number {
  let sum = 0
  for (let percent = 1; percent <= 99; percent++) {
    const p = percent / 100
    const error = outcome - quantile(p)
    sum += error >= 0 ? p * error : (p - 1) * error
  }
  return (2 * sum) / 99
}
