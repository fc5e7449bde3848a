import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { createTestDatabase } from '@/test/database'
import { migrateDatabase } from './migrate'

test('an empty database is brought to the newest schema once, also by two at a time', async () => {
  const { db, url, close } = await createTestDatabase()
  await db.execute(sql`drop schema public cascade`)
  await db.execute(sql`drop schema drizzle cascade`)
  await db.execute(sql`create schema public`)
  await Promise.all([migrateDatabase(url), migrateDatabase(url)])
  const { rows } = await db.execute(sql`select count(*)::int as count from chain_meta`)
  expect(rows).toEqual([{ count: 0 }])
  expect(await migrateDatabase(url)).toBe(0)
  await close()
})
