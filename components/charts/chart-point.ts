/** One month of a series; null is unknown and shows as a gap. */
export type ChartPoint = { month: string; value: number | null }

export type ChartUnit = 'usd' | 'count'

/** 0 for "2024-01-01" of the first year, in months: evenly spaced, whatever is missing. */
export function monthIndex(month: string): number {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return year * 12 + number - 1
}

export function monthOfIndex(index: number): string {
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`
}

/** First months of years between two months, thinned to at most `most`. */
export function yearTicks(first: number, last: number, most: number): number[] {
  const years: number[] = []
  for (let tick = Math.ceil(first / 12) * 12; tick <= last; tick += 12) years.push(tick)
  const step = Math.ceil(years.length / most)
  const ticks = years.filter((_, index) => index % step === 0)
  return ticks.length > 1 ? ticks : [first, last]
}
