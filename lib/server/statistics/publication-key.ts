import { sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'

/** Raised when what is made of the same publications becomes another. */
const VERSION = 5

/** True for a key under which this version's shapes are kept: what another version kept is not read. */
export const isOfThisVersion = (key: string): boolean => key.startsWith(`${VERSION}:`)

/**
 * A key of everything published and assumed that statistics are made from: as long as it stands, so do they.
 * @param calibrated day of the last backtest
 */
export async function publicationKey(db: Queryable, calibrated: string): Promise<string> {
  const { rows } = await db.execute<{ key: string }>(sql`
    select md5(concat_ws('|',
      (select md5(string_agg(t::text, '~' order by slug)) from networks t),
      (select md5(string_agg(t::text, '~' order by network, month)) from network_months t),
      (select md5(string_agg(t::text, '~' order by operator, month)) from operator_months t),
      (select md5(string_agg(t::text, '~' order by slug)) from device_models t),
      (select md5(string_agg(t::text, '~' order by subject, name)) from assumptions t)
    )) as key`)
  return `${VERSION}:${calibrated}:${rows[0]?.key ?? ''}`
}
