import { sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'

/** Positions refreshed in one transaction: orders posted meanwhile wait no longer than that takes. */
const BATCH = 1000

/**
 * Brings rows whose kept listing has run out, or has yet to begin, to what stands now. Reading does not depend on it:
 * it judges such rows itself, one by one.
 * @returns how many were brought up to date
 */
export async function refreshListings(db: Queryable): Promise<number> {
  for (let refreshed = 0; ; ) {
    const { rows } = await db.execute<{ count: number }>(sql`
      with late as (
        select position_id from position_market,
          (select greatest(clock_timestamp(), (select time from blocks order by number desc limit 1)) as moment) as head
        where since > moment or until <= moment
        order by position_id limit ${BATCH}
      ),
      ids as (select array_agg(position_id) as ids, count(*)::int as count from late)
      select count, refresh_position_market(ids) from ids`)
    const count = rows[0]?.count ?? 0
    refreshed += count
    if (count < BATCH) return refreshed
  }
}

/**
 * Brings rows to what their devices' days say, where the uptime kept with them is another: a day ends for a silent
 * device too, and it writes nothing that could tell of it.
 * @returns how many were brought up to date
 */
export async function refreshUptime(db: Queryable): Promise<number> {
  let refreshed = 0
  for (let last = 0; ; ) {
    const { rows } = await db.execute<{ last: string | null; count: number }>(sql`
      with batch as (
        select p.id, m.uptime, device_uptime(p.device_id, (clock_timestamp() at time zone 'UTC')::date) as told
        from positions p join position_market m on m.position_id = p.id
        where p.id > ${last} order by p.id limit ${BATCH}
      ),
      other as (
        select max(id) as last, array_agg(id) filter (where told is distinct from uptime) as ids from batch
      )
      select last, coalesce(cardinality(ids), 0) as count, refresh_position_market(ids) from other`)
    const [batch] = rows
    if (!batch?.last) return refreshed
    last = Number(batch.last)
    refreshed += batch.count
  }
}
