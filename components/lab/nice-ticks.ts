/**
 * Round values that span a range: steps of 1, 2 or 5 times a power of ten, from zero unless `isTight`; decades where
 * `isLog`.
 */
export function niceTicks(low: number, high: number, isLog: boolean, isTight = false): number[] {
  if (isLog) {
    const [first, last] = [Math.floor(Math.log10(low) + 1e-9), Math.ceil(Math.log10(high) - 1e-9)]
    return Array.from({ length: Math.max(last - first, 1) + 1 }, (_, i) => 10 ** (first + i))
  }
  const start = isTight ? low : Math.min(0, low)
  const span = Math.max(high - start, 1e-12)
  const power = 10 ** Math.floor(Math.log10(span / 4))
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power * 5 >= span) ?? 10)
  const first = Math.floor(start / step)
  const last = Math.ceil(high / step - 1e-9)
  return Array.from({ length: Math.max(last - first, 1) + 1 }, (_, i) => (first + i) * step)
}
