import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { InvalidInputError, UnavailableError } from '@/lib/core/errors'
import { exampleEngineInputs } from '@/lib/valuation/engine/example-engine-inputs'
import { valuePosition } from '@/lib/valuation/value-position'
import { buildValuationThread } from '@/scripts/product/build-worker'
import { createValuationPool } from './valuation-pool'

const settings = { seed: 3, paths: 512, policyPaths: 128 }
const priced = (tokenPrice: number) => exampleEngineInputs({ tokenPrice })
let folder: string
let file: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hotswap-pool-'))
  await buildValuationThread(folder)
  file = join(folder, 'valuation-thread.js')
})
afterAll(() => rm(folder, { recursive: true }))

test('threads give the very figures this thread gives, each to the one who asked', async () => {
  const pool = createValuationPool({ file, size: 2 })
  const prices = [1, 1.5, 2, 2.5, 3]
  const found = await Promise.all(prices.map((price) => pool.compute(priced(price), settings)))
  expect(found).toEqual(prices.map((price) => valuePosition(priced(price), settings)))
  await pool.close()
})

test('bad inputs are refused by name, and the thread goes on', async () => {
  const pool = createValuationPool({ file, size: 1 })
  const refused = await pool.compute(priced(-1), settings).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(InvalidInputError)
  expect(refused).toMatchObject({ fields: { 'tokenPrice.value': expect.any(String) } })
  expect((await pool.compute(priced(2), settings)).value).toBe(valuePosition(priced(2), settings).value)
  await pool.close()
})

test('more than may wait are refused at once, and those that wait are served', async () => {
  const pool = createValuationPool({ file, size: 1, maxWaiting: 2 })
  const jobs = [1, 2, 3, 4, 5].map((price) => pool.compute(priced(price), settings))
  const outcomes = await Promise.allSettled(jobs)
  expect(outcomes.map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'fulfilled',
    'rejected',
    'rejected',
  ])
  expect(outcomes[4]).toMatchObject({ reason: expect.any(UnavailableError) })
  await pool.close()
})

test('a thread that takes too long is ended, and another one takes the next', async () => {
  const pool = createValuationPool({ file, size: 1, timeout: 400 })
  const long = exampleEngineInputs({ horizon: 240, moves: [{}, {}, {}] })
  await expect(pool.compute(long, { seed: 1, paths: 200_000, policyPaths: 4096 })).rejects.toThrow('too long')
  const patient = createValuationPool({ file, size: 1 })
  expect((await patient.compute(priced(2), settings)).parts).toHaveLength(5)
  await Promise.all([pool.close(), patient.close()])
})

test('a pool that is closed refuses, and lets go of who waits', async () => {
  const pool = createValuationPool({ file, size: 1 })
  const waiting = pool.compute(priced(1), settings).catch((error: unknown) => error)
  await pool.close()
  expect(await waiting).toBeInstanceOf(UnavailableError)
  await expect(pool.compute(priced(1), settings)).rejects.toBeInstanceOf(UnavailableError)
})
