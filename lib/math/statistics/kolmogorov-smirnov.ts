/** Result of a one-sample Kolmogorov–Smirnov test. */
export type KolmogorovSmirnov = {
  /** largest distance between the sample's and the stated distribution function */
  statistic: number
  /** chance of a distance as large if the sample came from it */
  pValue: number
}

/**
 * Tests whether a sample comes from a continuous distribution. The p-value is Kolmogorov's limit with Stephens'
 * correction for the sample's size (1970), good from about ten observations on.
 *
 * @param cdf distribution function the sample is held against
 * @throws RangeError for an empty sample
 */
export function kolmogorovSmirnov(sample: ArrayLike<number>, cdf: (x: number) => number): KolmogorovSmirnov {
  const n = sample.length
  if (n === 0) throw new RangeError('An empty sample has no distribution.')
  const sorted = Float64Array.from(sample).sort()
  let statistic = 0
  for (let i = 0; i < n; i++) {
    const p = cdf(sorted[i]!)
    statistic = Math.max(statistic, p - i / n, (i + 1) / n - p)
  }
  const root = Math.sqrt(n)
  return { statistic, pValue: kolmogorovTail((root + 0.12 + 0.11 / root) * statistic) }
}

/** P(K > x) of Kolmogorov's distribution: 2 Σ (−1)^(k−1) exp(−2k²x²). */
function kolmogorovTail(x: number): number {
  if (x < 0.2) return 1
  let sum = 0
  for (let k = 1; k <= 100; k++) {
    const term = Math.exp(-2 * k * k * x * x)
    sum += k % 2 === 1 ? term : -term
    if (term < 1e-16) break
  }
  return Math.min(Math.max(2 * sum, 0), 1)
}
