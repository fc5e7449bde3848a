import { afterAll, beforeAll, expect, test } from 'vitest'
import { blocks } from '@/db/schema'
import { createTestDatabase } from '@/test/database'
import { untilRead } from './until-read'

let database: Awaited<ReturnType<typeof createTestDatabase>>
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

const block = (number: number) => ({
  number,
  hash: `0x${number.toString(16).padStart(64, '0')}` as const,
  parentHash: `0x${(number - 1).toString(16).padStart(64, '0')}` as const,
  time: new Date(number * 1000),
  eventful: false,
})

test('waits for the block, and no longer than it was told', async () => {
  await database.db.insert(blocks).values(block(1))
  expect(await untilRead(database.db, 1n, 0)).toBe(true)
  expect(await untilRead(database.db, 2n, 200)).toBe(false)
  const waiting = untilRead(database.db, 2n, 10_000)
  await database.db.insert(blocks).values(block(2))
  expect(await waiting).toBe(true)
})
