import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { createDatabase, type Database } from '@/db/client'
import { migrate } from '@/db/migrate'
import { projectRoot } from './paths'

/** Brings the database to the newest schema. @returns how many migrations were applied */
export async function migrateDatabase(url: string): Promise<number> {
  const db = createDatabase(url, { max: 1 })
  try {
    const before = await countApplied(db)
    await migrate(db, join(projectRoot, 'db', 'migrations'))
    return (await countApplied(db)) - before
  } finally {
    await db.$client.end()
  }
}

async function countApplied(db: Database): Promise<number> {
  const journal = await db.execute<{ exists: boolean }>(
    sql`select to_regclass('drizzle.__drizzle_migrations') is not null as exists`,
  )
  if (!journal.rows[0]?.exists) return 0
  const counted = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from drizzle.__drizzle_migrations`,
  )
  return counted.rows[0]?.count ?? 0
}
