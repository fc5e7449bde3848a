import { expect, test } from 'vitest'
import { runSeed } from '@/test/chaos/run-seed'

/** All seeds and operations: `npm run test:chaos`. */
test('after 300 random operations, reorganisations and kills the database holds what the chain says (seed 1)', async () => {
  const result = await runSeed(1, 300)
  expect(result.positions).toBeGreaterThan(10)
  expect(result.sales).toBeGreaterThan(5)
  expect(result.orders.open).toBeGreaterThan(0)
}, 180_000)
