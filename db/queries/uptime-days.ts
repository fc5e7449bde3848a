import { and, asc, eq, gt } from 'drizzle-orm'
import { heartbeatDays } from '@/db/schema'
import type { UptimeDay } from '@/lib/market/uptime-day'
import type { Queryable } from '../client'

/** A device's reported days after `since` (YYYY-MM-DD), oldest first; a day without any report has no row. */
export async function uptimeDays(
  db: Queryable,
  deviceId: `0x${string}`,
  since: string,
): Promise<UptimeDay[]> {
  return db
    .select({
      day: heartbeatDays.day,
      reports: heartbeatDays.reports,
      seconds: heartbeatDays.uptimeSeconds,
    })
    .from(heartbeatDays)
    .where(and(eq(heartbeatDays.deviceId, deviceId), gt(heartbeatDays.day, since)))
    .orderBy(asc(heartbeatDays.day))
}
