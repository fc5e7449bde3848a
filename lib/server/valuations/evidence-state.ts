import { sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Queryable } from '@/db/client'
import {
  assumptions,
  deviceModels,
  networkMonths,
  networks,
  operatorMonths,
  operators,
  tokenPrices,
} from '@/db/schema'

const TABLES: readonly PgTable[] = [
  networks,
  networkMonths,
  tokenPrices,
  operators,
  operatorMonths,
  deviceModels,
  assumptions,
]

/**
 * Names the state of everything public that values rest on, in one query: how many rows each table has and the sum of the
 * transactions that wrote them. A row that is written again carries a later transaction, and one that comes or goes
 * changes the count, so that whatever commits gives another name, whoever wrote it and in whatever order.
 */
export async function evidenceState(db: Queryable): Promise<string> {
  const states = TABLES.map(
    (table) => sql`(select count(*) || ':' || coalesce(sum(xmin::text::bigint), 0) from ${table})`,
  )
  const { rows } = await db.execute<{ state: string }>(
    sql`select concat_ws(' ', ${sql.join(states, sql`, `)}) as state`,
  )
  return rows[0]?.state ?? ''
}
