import { and, asc, gte, inArray, lt } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { heartbeatDays } from '@/db/schema'

/** Days of uptime that count. */
const WINDOW_DAYS = 60
const DAY_SECONDS = 86_400

/**
 * Uptime of devices over their last complete UTC days, counted from the day after the first report in the window;
 * silent days count as days without service. A device without a complete day is not in the map.
 * @param deviceIds all devices unless told
 */
export async function readUptime(
  db: Queryable,
  now: Date,
  deviceIds?: readonly `0x${string}`[],
): Promise<Map<string, { days: number; share: number }>> {
  const today = dayOf(now)
  const rows = await db
    .select({
      deviceId: heartbeatDays.deviceId,
      day: heartbeatDays.day,
      seconds: heartbeatDays.uptimeSeconds,
    })
    .from(heartbeatDays)
    .where(
      and(
        deviceIds && inArray(heartbeatDays.deviceId, [...deviceIds]),
        gte(heartbeatDays.day, dayOf(new Date(now.getTime() - WINDOW_DAYS * DAY_SECONDS * 1000))),
        lt(heartbeatDays.day, today),
      ),
    )
    .orderBy(asc(heartbeatDays.day))
  const first = new Map<string, string>()
  const seconds = new Map<string, number>()
  for (const row of rows) {
    // the first day may have begun before the device did
    if (!first.has(row.deviceId)) first.set(row.deviceId, row.day)
    else seconds.set(row.deviceId, (seconds.get(row.deviceId) ?? 0) + row.seconds)
  }
  return new Map(
    [...first].flatMap(([deviceId, day]) => {
      const days = (Date.parse(today) - Date.parse(day)) / (DAY_SECONDS * 1000) - 1
      return days < 1
        ? []
        : [[deviceId, { days, share: (seconds.get(deviceId) ?? 0) / (days * DAY_SECONDS) }] as const]
    }),
  )
}

function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10)
}
