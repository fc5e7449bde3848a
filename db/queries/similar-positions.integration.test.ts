import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/test/database'
import { insertCase, insertChain, NOW } from '@/test/insert-market'
import { similarPositions } from './similar-positions'

let test_: TestDatabase

beforeAll(async () => {
  test_ = await createTestDatabase()
  const { db } = test_
  await insertChain(db)
  const worth = [10_000n, 40_000n, 12_000n, 9_000n, 2_000n, 10_500n, 15_000n, 9_900n]
  for (const [index, p50] of worth.entries()) await insertCase(db, { id: index + 1, p50 })
  await insertCase(db, { id: 20 })
  await insertCase(db, { id: 30, network: 'dimo', p50: 10_000n })
  await insertCase(db, { id: 31, network: 'dimo', p50: 11_000n })
})
afterAll(() => test_.close())

const similar = (id: number, network: string, category: string | undefined) =>
  similarPositions(test_.db, { id, network, category }, NOW)

test('those of the same network, nearest in value, without the one asked about or any without a value', async () => {
  const { among, rows } = await similar(1, 'relay', 'bandwidth')
  expect(among).toBe('network')
  expect(rows.map(({ positionId }) => positionId)).toEqual([8, 6, 4, 3, 7, 2])
})

test('a network with too few others is widened to its category', async () => {
  const { among, rows } = await similar(30, 'dimo', 'mobility')
  expect(among).toBe('category')
  expect(rows.map(({ positionId }) => positionId)).toEqual([31])
})

test('one that was never valued, or is not there, has none', async () => {
  expect((await similar(20, 'relay', 'bandwidth')).rows).toEqual([])
  expect((await similar(999, 'relay', 'bandwidth')).rows).toEqual([])
})
