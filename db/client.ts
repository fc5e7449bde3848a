import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import * as schema from './schema'

/** A Drizzle database on a node-postgres pool. The one driver, the one dialect. */
export function createDatabase(url: string, options: { max?: number } = {}) {
  const pool = new pg.Pool({ connectionString: url, max: options.max ?? 10, connectionTimeoutMillis: 5_000 })
  // an idle connection that dies must not take the process with it; the next query opens another
  pool.on('error', () => {})
  return drizzle({ client: pool, schema, casing: 'snake_case' })
}

export type Database = ReturnType<typeof createDatabase>
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]
export type Queryable = Database | Transaction
