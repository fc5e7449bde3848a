import { niceTicks } from './nice-ticks'

/** Where a value lies between the first tick and `end`, in percent; the last tick, where no end is given. */
export function scaleOf(
  { isLog, isTight }: { isLog?: boolean; isTight?: boolean },
  values: readonly number[],
  end?: number,
): { ticks: number[]; at: (value: number) => number } {
  const kept = isLog ? values.filter((value) => value > 0) : values
  const all = niceTicks(Math.min(...kept), Math.max(...kept), isLog ?? false, isTight)
  const low = all[0] ?? 0
  const high = end !== undefined && end > low ? end : (all.at(-1) ?? 1)
  const ticks = all.filter((tick) => tick <= high * (1 + 1e-9) || tick <= low)
  const read = (value: number) => (isLog ? Math.log(Math.max(value, low)) : value)
  const span = read(high) - read(low) || 1
  return { ticks, at: (value: number) => ((read(value) - read(low)) / span) * 100 }
}
