/** Arithmetic mean; NaN of nothing. */
export function meanOf(sample: readonly number[]): number {
  return sample.reduce((sum, x) => sum + x, 0) / sample.length
}

/** Unbiased sample variance (divisor n − 1); NaN below two. */
export function varianceOf(sample: readonly number[]): number {
  const mean = meanOf(sample)
  return sample.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (sample.length - 1)
}

/** The value at which this share of the weight is reached. */
export function weightedQuantile(
  sample: readonly { value: number; weight: number }[],
  share: number,
): number {
  const sorted = [...sample].sort((a, b) => a.value - b.value)
  const wanted = share * sorted.reduce((sum, { weight }) => sum + weight, 0)
  let reached = 0
  for (const { value, weight } of sorted) {
    reached += weight
    if (reached >= wanted) return value
  }
  return Number.NaN
}
