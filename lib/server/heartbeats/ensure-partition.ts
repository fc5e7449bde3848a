import { sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'

/** Makes the partition of the UTC month that holds a moment, unless it is there. */
export async function ensurePartition(db: Queryable, moment: Date): Promise<void> {
  await db.execute(sql`select ensure_heartbeat_partition(${moment.toISOString()}::timestamptz)`)
}

/** The partitions heartbeats can land in now and over the next month. */
export async function ensurePartitions(db: Queryable, now: Date): Promise<void> {
  for (const days of [-3, 0, 31]) await ensurePartition(db, new Date(now.getTime() + days * 86_400_000))
}
