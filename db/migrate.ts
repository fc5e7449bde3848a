import { resolve } from 'node:path'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as runMigrations } from 'drizzle-orm/node-postgres/migrator'
import type { Database } from './client'

/**
 * Brings the database to the newest schema; does nothing when it is there already. Several processes may call it at
 * once: an advisory lock lets one work while the others wait.
 * @param folder where the migrations lie; by default `db/migrations` of the working directory, which holds for tsx,
 *   vitest and the bundled worker alike
 */
export async function migrate(db: Database, folder = resolve(process.cwd(), 'db/migrations')): Promise<void> {
  const client = await db.$client.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtext('hotswap-migrate'))`)
    await runMigrations(drizzle({ client }), { migrationsFolder: folder })
    await client.query(`select pg_advisory_unlock(hashtext('hotswap-migrate'))`)
    client.release()
  } catch (error) {
    // the connection holds the lock: close it rather than hand it back to the pool
    client.release(true)
    throw error
  }
}
