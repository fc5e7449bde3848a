/** A UTC day of a device's signed reports. */
export type UptimeDay = {
  /** YYYY-MM-DD */
  day: string
  /** hours reported, 0 to 24 */
  reports: number
  /** seconds in service in those hours */
  seconds: number
}

/** How far back a position's page shows uptime, in days. */
export const UPTIME_DAYS = 90

const DAY = 86_400_000

/**
 * Every day from the first that was reported (or `UPTIME_DAYS` back) to today, with what was reported in it; undefined
 * where nothing was.
 */
export function calendarOf(
  days: readonly UptimeDay[],
  now: Date,
): { day: string; reported: UptimeDay | undefined }[] {
  const first = days[0]
  if (!first) return []
  const known = new Map(days.map((day) => [day.day, day]))
  const today = Math.floor(now.getTime() / DAY)
  const start = Math.max(Math.floor(Date.parse(first.day) / DAY), today - UPTIME_DAYS + 1)
  return Array.from({ length: Math.max(0, today - start + 1) }, (_, index) => {
    const day = dayOf(start + index)
    return { day, reported: known.get(day) }
  })
}

/** The day before the first one shown. */
export function uptimeSince(now: Date): string {
  return dayOf(Math.floor(now.getTime() / DAY) - UPTIME_DAYS)
}

function dayOf(number: number): string {
  return new Date(number * DAY).toISOString().slice(0, 10)
}
