import { niceTicks } from '@/components/lab/nice-ticks'
import { formatDay, formatMonth } from '@/lib/core/format'

/** Round values that span the figures; on a log scale steps of ten, or of 1, 2, 5 where one decade holds all. */
export function ticksOf(low: number, high: number, isLog: boolean): number[] {
  if (!isLog) {
    const ticks = niceTicks(low, high, false)
    return ticks.map((tick) => (Math.abs(tick) < 1e-12 ? 0 : tick))
  }
  const fine = [1, 2, 5].flatMap((digit) => Array.from({ length: 40 }, (_, k) => digit * 10 ** (k - 20)))
  const sorted = fine.sort((a, b) => a - b)
  const from = sorted.findLastIndex((tick) => tick <= low * (1 + 1e-9))
  const to = sorted.findIndex((tick) => tick >= high * (1 - 1e-9))
  if (from >= 0 && to - from <= 6) return sorted.slice(from, Math.max(to, from + 1) + 1)
  const decades = niceTicks(low, high, true)
  const step = Math.ceil((decades.length - 1) / 6)
  return decades.filter((_, i) => i % step === 0 || i === decades.length - 1)
}

/** Multiples of ln 2 that span log growths, thinned to about six. */
export function doublings(low: number, high: number): number[] {
  const [from, to] = [Math.floor(Math.min(low, 0) / Math.LN2), Math.ceil(Math.max(high, 0) / Math.LN2)]
  const step = Math.max(1, Math.ceil((to - from) / 6))
  const first = Math.floor(from / step) * step
  const count = Math.ceil((to - first) / step)
  return Array.from({ length: Math.max(count, 1) + 1 }, (_, i) => (first + i * step) * Math.LN2)
}

export function monthNumber(at: string): number {
  const [year = 0, month = 1] = at.split('-').map(Number)
  return year * 12 + month - 1
}

export function dayNumber(at: string): number {
  return Math.round(Date.parse(`${at}T00:00:00Z`) / 86_400_000)
}

/** Turns of the year, or where there are fewer than two the ends. */
export function timeTicks(
  first: number,
  last: number,
  by: 'month' | 'day',
): { number: number; text: string }[] {
  const text = (number: number) =>
    by === 'day'
      ? formatDay(new Date(number * 86_400_000))
      : formatMonth(`${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}-01`)
  const ends = (first === last ? [first] : [first, last]).map((number) => ({ number, text: text(number) }))
  if (by === 'day') return ends
  const years = Array.from(
    { length: Math.floor(last / 12) - Math.ceil(first / 12) + 1 },
    (_, k) => Math.ceil(first / 12) + k,
  )
  if (years.length < 2) return ends
  const step = Math.ceil(years.length / 7)
  return years.filter((_, i) => i % step === 0).map((year) => ({ number: year * 12, text: String(year) }))
}
