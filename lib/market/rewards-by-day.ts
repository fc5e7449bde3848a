import type { UsdUnits } from '@/lib/core/money'
import { accrue } from './rewards/accrue'
import type { AttoRate } from './rewards/rate'
import type { Tenure } from './rewards/tenures'

const DAY = 86_400

/** What a position earned its holder on one UTC day. */
export type DayEarning = { positionId: number; day: string; earned: UsdUnits }

/**
 * Rewards by position and UTC day, newest day first. Pure. The days of a tenure add up to what it earned: it is cut at
 * midnight, and a cut loses nothing (see `accrue`).
 */
export function earningsByDay(
  tenures: readonly Tenure[],
  rateOf: (tenure: Tenure) => AttoRate,
): DayEarning[] {
  const sums = new Map<string, DayEarning>()
  for (const { positionId, from, earned } of accrue(tenures.flatMap(cutAtMidnight), rateOf)) {
    const day = new Date(from * 1000).toISOString().slice(0, 10)
    const key = `${day} ${positionId}`
    const row = sums.get(key) ?? { positionId, day, earned: 0n }
    row.earned += earned
    sums.set(key, row)
  }
  return [...sums.values()].sort((a, b) => b.day.localeCompare(a.day) || a.positionId - b.positionId)
}

function cutAtMidnight(tenure: Tenure): Tenure[] {
  const parts: Tenure[] = []
  for (let from = tenure.from; from < tenure.to; ) {
    const to = Math.min((Math.floor(from / DAY) + 1) * DAY, tenure.to)
    parts.push({ ...tenure, from, to })
    from = to
  }
  return parts
}
