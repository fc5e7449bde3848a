import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { assumptions, networkMonths } from '@/db/schema'
import { seedData } from '@/scripts/seed/data'
import { createTestDatabase, type TestDatabase } from '@/test/database'
import { readEvidence } from './read-evidence'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
  await seedData(database.db)
})
afterAll(() => database.close())

const costOfMove = (value: number) =>
  database.db
    .update(assumptions)
    .set({ value: String(value) })
    .where(eq(assumptions.name, 'switching_cost'))

test('evidence is read once and shared, and read again after a figure or an assumption changed', async () => {
  const { db } = database
  const [first, second] = await Promise.all([readEvidence(db), readEvidence(db)])
  expect(await readEvidence(db)).toBe(first)
  expect(second.network('nym')).toEqual(first.network('nym'))

  await costOfMove(77)
  const dearer = await readEvidence(db)
  expect(dearer).not.toBe(first)
  expect(dearer.book('', 'nym').need('switching_cost').value).toBe(77)
  expect(first.book('', 'nym').need('switching_cost').value).not.toBe(77)

  await db.delete(networkMonths).where(eq(networkMonths.network, 'nym'))
  expect((await readEvidence(db)).network('nym')?.months).toEqual([])
  expect(await readEvidence(db)).toBe(await readEvidence(db))
})

test('a transaction that began before the last reader and commits after it is seen', async () => {
  const { db } = database
  await db.transaction(async (early) => {
    // takes its number before the other one does
    await early.execute(sql`select pg_current_xact_id()`)
    await costOfMove(5)
    expect((await readEvidence(db)).book('', 'nym').need('switching_cost').value).toBe(5)
    await early.update(assumptions).set({ value: '6' }).where(eq(assumptions.name, 'switching_cost'))
    expect((await readEvidence(db)).book('', 'nym').need('switching_cost').value).toBe(5)
  })
  expect((await readEvidence(db)).book('', 'nym').need('switching_cost').value).toBe(6)
})
