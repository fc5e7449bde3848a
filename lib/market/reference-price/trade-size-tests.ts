import { InvalidInputError } from '@/lib/core/errors'

/** The tests say nothing on fewer sales. */
export const LEAST_SALES = 200

export type TradeSizeTests = {
  n: number
  /** first digits against Benford's law: χ² with 8 degrees of freedom; a p below 0.05 departs from it */
  firstDigit: { chiSquare: number; p: number; shares: number[] }
  /**
   * round sizes against the commonest other size near them, t over the windows: people favour round sizes, programs
   * that make volume do not; below 1.645 they are not favoured
   */
  rounding: { t: number; windows: number; roundShare: number }
  /**
   * exponent of the tail by Hill's estimator on the largest tenth; of markets that are real mostly between 1 and 2, the
   * Pareto–Lévy range. Against it speaks an interval of 90 % that lies outside
   */
  tail: { exponent: number; error: number; isParetoLevy: boolean }
  /** how many of the three speak against the sizes */
  against: number
}

/**
 * First-digit, size-rounding and tail test of a network's trade sizes. They judge a whole market and never a single
 * sale; each can err, and a thin or young market fails them honestly.
 * Source: Cong, Li, Tang & Yang (2023), “Crypto wash trading”, Management Science 69(11).
 *
 * @param sizes in whole units of the smallest step shown (cents, dollars), above zero
 * @returns undefined below two hundred sales
 */
export function tradeSizeTests(sizes: readonly number[]): TradeSizeTests | undefined {
  if (!sizes.every((size) => Number.isSafeInteger(size) && size > 0))
    throw new InvalidInputError('Trade sizes are whole numbers of the smallest step, above zero.')
  if (sizes.length < LEAST_SALES) return undefined
  const firstDigit = firstDigitTest(sizes)
  const rounding = roundingTest(sizes)
  const tail = tailTest(sizes)
  const against = [firstDigit.p < 0.05, rounding.t < 1.645, !tail.isParetoLevy].filter(Boolean).length
  return { n: sizes.length, firstDigit, rounding, tail, against }
}

function firstDigitTest(sizes: readonly number[]): TradeSizeTests['firstDigit'] {
  const counts = Array.from({ length: 9 }, () => 0)
  for (const size of sizes) counts[Number(String(size)[0]) - 1]! += 1
  let chiSquare = 0
  counts.forEach((count, k) => {
    const expected = sizes.length * Math.log10(1 + 1 / (k + 1))
    chiSquare += (count - expected) ** 2 / expected
  })
  return { chiSquare, p: chiSquareTail8(chiSquare), shares: counts.map((count) => count / sizes.length) }
}

/** P(χ²₈ > x): with an even number of degrees of freedom a sum of Poisson terms. */
export function chiSquareTail8(x: number): number {
  const h = x / 2
  return Math.exp(-h) * (1 + h + h ** 2 / 2 + h ** 3 / 6)
}

/**
 * Windows of less than 50 steps around each multiple of 100: by how much the multiple is commoner than the commonest other
 * size in it, as a share of the window's sales, and Student's t of that over the windows. Fifties lie on the border of two
 * windows and are round themselves: they are in none. The finer of the paper's two sets of windows; the other is of 100
 * steps around multiples of 500.
 */
function roundingTest(sizes: readonly number[]): TradeSizeTests['rounding'] {
  const windows = new Map<number, Map<number, number>>()
  let round = 0
  for (const size of sizes) {
    const center = Math.round(size / 100) * 100
    if (size % 100 === 0) round += 1
    if (center === 0 || size % 100 === 50) continue
    const window = windows.get(center) ?? new Map<number, number>()
    windows.set(center, window.set(size, (window.get(size) ?? 0) + 1))
  }
  const excess = [...windows].map(([center, window]) => {
    const total = [...window.values()].reduce((a, b) => a + b, 0)
    const others = [...window].filter(([size]) => size !== center).map(([, count]) => count)
    return ((window.get(center) ?? 0) - Math.max(0, ...others)) / total
  })
  const mean = excess.reduce((a, b) => a + b, 0) / excess.length
  const variance =
    excess.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, excess.length - 1)
  const error = Math.sqrt(variance / excess.length)
  const t = error > 0 ? mean / error : Math.sign(mean) * Number.MAX_SAFE_INTEGER
  return { t: excess.length < 2 ? 0 : t, windows: excess.length, roundShare: round / sizes.length }
}

function tailTest(sizes: readonly number[]): TradeSizeTests['tail'] {
  const falling = [...sizes].sort((a, b) => b - a)
  const count = Math.floor(sizes.length / 10)
  const threshold = falling[count]!
  const mean = falling.slice(0, count).reduce((sum, size) => sum + Math.log(size / threshold), 0) / count
  const exponent = mean > 0 ? 1 / mean : Number.POSITIVE_INFINITY
  const error = exponent / Math.sqrt(count)
  const isParetoLevy = exponent + 1.645 * error > 1 && exponent - 1.645 * error < 2
  return { exponent, error, isParetoLevy }
}
