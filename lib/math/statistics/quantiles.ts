import { normalQuantile } from '../elementary/normal-quantile'

/** An ascending copy. @throws RangeError for an empty sample or one with NaN */
export function sorted(sample: ArrayLike<number>): Float64Array {
  const copy = Float64Array.from(sample).sort()
  if (copy.length === 0 || Number.isNaN(copy[copy.length - 1]))
    throw new RangeError('A quantile takes a sample of numbers.')
  return copy
}

/** Quantile of an ascending sample, linear between order statistics (Hyndman & Fan 1996, type 7). */
export function quantile(ascending: Float64Array, p: number): number {
  const position = Math.min(Math.max(p, 0), 1) * (ascending.length - 1)
  const below = Math.floor(position)
  const low = ascending[below]!
  return low + (position - below) * ((ascending[below + 1] ?? low) - low)
}

/**
 * Confidence interval of a quantile between two order statistics, whatever the distribution: ranks n p ± z √(n p (1 − p)),
 * rounded outwards (David & Nagaraja 2003, 7.1). Ends at the sample's ends where it is too small.
 */
export function quantileInterval(
  ascending: Float64Array,
  p: number,
  confidence = 0.95,
): { low: number; high: number } {
  const n = ascending.length
  const spread = normalQuantile(0.5 + confidence / 2) * Math.sqrt(n * p * (1 - p))
  const low = Math.floor(n * p - spread) - 1
  const high = Math.ceil(n * p + spread)
  return { low: ascending[Math.max(low, 0)]!, high: ascending[Math.min(high, n - 1)]! }
}
