/** A calendar month counted from year 0: 12·year + (month − 1). */
export type MonthIndex = number

/** `2023-04` or `2023-04-01` → month index. */
export function monthIndex(text: string): MonthIndex {
  const match = /^(\d{4})-(0[1-9]|1[0-2])(?:-\d\d)?$/.exec(text)
  if (!match) throw new RangeError(`“${text}” is not a month written YYYY-MM.`)
  return Number(match[1]) * 12 + Number(match[2]) - 1
}

/** Month index → `YYYY-MM`. */
export function monthText(index: MonthIndex): string {
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`
}

/** Natural log of monthly rewards per node in USD, by month; a month that is not known is absent. */
export type LogSeries = ReadonlyMap<MonthIndex, number>

/** One row of a network's or an operator's history. `undefined` is unknown. */
export type RewardRow = { month: string; rewardsUsd?: number; nodes?: number }

/**
 * Rewards per node on the log scale. A row that lacks either figure, or has a zero in one, is missing: the
 * logarithm of nothing is not a number, and a zero in these sources is a figure rounded away.
 */
export function logRewardPerNode(rows: Iterable<RewardRow>): LogSeries {
  const series = new Map<MonthIndex, number>()
  for (const { month, rewardsUsd, nodes } of rows)
    if (rewardsUsd !== undefined && nodes !== undefined && rewardsUsd > 0 && nodes > 0)
      series.set(monthIndex(month), Math.log(rewardsUsd / nodes))
  return series
}

/** Month-on-month log changes up to and with `origin`, oldest first; gaps break the chain. */
export function logChanges(series: LogSeries, origin: MonthIndex): number[] {
  const months = [...series.keys()].filter((month) => month <= origin && series.has(month - 1))
  return months.sort((a, b) => a - b).map((month) => series.get(month)! - series.get(month - 1)!)
}
