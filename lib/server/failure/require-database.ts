import { sql } from 'drizzle-orm'
import { context, type ServerContext } from '../context'

/**
 * Await it before a page whose parts stream in: while the database is away the page then has an error status, since the
 * first byte of a stream says 200 for good. One round trip.
 *
 * @throws what the driver throws; see `isDatabaseAway`
 */
export async function requireDatabase({ db }: Pick<ServerContext, 'db'> = context()): Promise<void> {
  await db.execute(sql`select 1`)
}
