import { sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { heartbeatDays, heartbeats } from '@/db/schema'

/**
 * Sums a UTC day's heartbeats by device. Running it again gives the same rows, and takes in what came late.
 *
 * @param day YYYY-MM-DD
 */
export async function rollUpDay(db: Queryable, day: string): Promise<void> {
  await db.execute(sql`
    insert into ${heartbeatDays} (device_id, day, reports, uptime_seconds, work)
    select device_id, ${day}::date, count(*), sum(uptime), sum(work)
    from ${heartbeats}
    where at >= ${`${day}T00:00:00Z`}::timestamptz and at < ${`${day}T00:00:00Z`}::timestamptz + interval '24 hours'
    group by device_id
    on conflict (device_id, day) do update
    set reports = excluded.reports, uptime_seconds = excluded.uptime_seconds, work = excluded.work
    where (heartbeat_days.reports, heartbeat_days.uptime_seconds, heartbeat_days.work)
      is distinct from (excluded.reports, excluded.uptime_seconds, excluded.work)`)
}

/** The UTC days a heartbeat that arrives now can belong to, oldest first: three back to today. */
export function openDays(now: Date): string[] {
  return [3, 2, 1, 0].map((back) => new Date(now.getTime() - back * 86_400_000).toISOString().slice(0, 10))
}
