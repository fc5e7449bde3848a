import { InvalidInputError } from '@/lib/core/errors'

/** What is believed of a bidder's value: distribution function and density on [low, high]. */
export type ValueDistribution = {
  low: number
  high: number
  cdf: (value: number) => number
  pdf: (value: number) => number
}

/** Uniform on [low, high]. */
export function uniformValues(low: number, high: number): ValueDistribution {
  if (!(low >= 0 && low < high && high < 1e15))
    throw new InvalidInputError('Give values from 0 ≤ low < high.')
  const width = high - low
  return {
    low,
    high,
    cdf: (value) => Math.min(1, Math.max(0, (value - low) / width)),
    pdf: (value) => (value < low || value > high ? 0 : 1 / width),
  }
}

/** Myerson's virtual value: v − (1 − F(v)) / f(v), the marginal revenue of a bidder who values at v. */
export function virtualValue({ cdf, pdf }: ValueDistribution, value: number): number {
  return value - (1 - cdf(value)) / pdf(value)
}

/**
 * The reserve price that earns a seller most from bidders of a regular distribution (rising virtual value), however
 * many they are: where the virtual value equals what the item is worth to the seller.
 * Source: Myerson (1981), “Optimal auction design”.
 */
export function optimalReserve(values: ValueDistribution, sellerValue = 0): number {
  let [low, high] = [values.low, values.high]
  if (virtualValue(values, low) >= sellerValue) return low
  for (let step = 0; step < 200 && high - low > 0; step++) {
    const middle = (low + high) / 2
    if (middle === low || middle === high) break
    if (virtualValue(values, middle) < sellerValue) low = middle
    else high = middle
  }
  return high
}

/**
 * Expected revenue of a second-price auction with a reserve among `bidders` independent bidders:
 * ∫ from the reserve of φ(v) d(Fⁿ), by Simpson's rule. The seller's keeping the item counts nothing.
 */
export function expectedRevenue(values: ValueDistribution, bidders: number, reserve = values.low): number {
  if (!Number.isInteger(bidders) || bidders < 1)
    throw new InvalidInputError('An auction has at least one bidder.')
  const start = Math.max(reserve, values.low)
  if (!(start < values.high)) return 0
  const { cdf, pdf } = values
  // φ(v) f(v) = v f(v) − (1 − F(v)) needs no division where the density is thin
  const slope = (v: number) => (v * pdf(v) - (1 - cdf(v))) * bidders * cdf(v) ** (bidders - 1)
  const intervals = 2_000
  const width = (values.high - start) / intervals
  let sum = slope(start) + slope(values.high)
  for (let i = 1; i < intervals; i++) sum += (i % 2 === 1 ? 4 : 2) * slope(start + i * width)
  return (sum * width) / 3
}
