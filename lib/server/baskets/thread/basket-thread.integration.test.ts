import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { InvalidInputError, UnavailableError } from '@/lib/core/errors'
import type { BasketRequest } from '@/lib/mechanism/allocation/basket-request'
import { exampleEngineInputs } from '@/lib/valuation/engine/example-engine-inputs'
import { buildBasketThread } from '@/scripts/product/build-worker'
import { createBasketThread } from './basket-thread'
import { computeBasketHere } from './compute'

let folder: string
let file: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hotswap-basket-'))
  await buildBasketThread(folder)
  file = join(folder, 'basket-thread.js')
})
afterAll(() => rm(folder, { recursive: true }))

const request = (budgetUsd: number): BasketRequest => ({
  candidates: [1, 2, 3].map((k) => ({
    id: `${k}`,
    costUsd: 10 * k,
    valuesUsd: Float64Array.from({ length: 40 }, (_, s) => 10 * k + ((s * 7 + k) % 13) - 4),
    groups: ['network:a'],
  })),
  budgetUsd,
  beta: 0.95,
  objective: { kind: 'tail', share: 0.5 },
  caps: [],
  whole: true,
})

test('the thread gives what this thread gives, to each question its own answer', async () => {
  const ask = createBasketThread({ file })
  const budgets = [15, 35, 70]
  const plans = await Promise.all(budgets.map((budget) => ask('plan', request(budget))))
  expect(plans).toEqual(
    await Promise.all(budgets.map((budget) => computeBasketHere('plan', request(budget)))),
  )
  const task = {
    market: {
      networks: [{ slug: 'here', token: 'HERE', jumpShare: 0 }],
      correlations: [[1]],
      paths: 100,
      months: 24,
      seed: 3,
    },
    question: {
      inputs: exampleEngineInputs({ horizon: 12, moves: [] }),
      policyPaths: 128,
      valueUsd: 400,
      network: 'here',
      seeds: [1, 2],
      months: [6, 12],
    },
  }
  expect(await ask('draw', task)).toEqual(await computeBasketHere('draw', task))
})

test('a question that is out of range is refused in words, and the next one is answered', async () => {
  const ask = createBasketThread({ file })
  await expect(ask('plan', { ...request(30), beta: 2 })).rejects.toBeInstanceOf(InvalidInputError)
  expect((await ask('plan', request(30))).costUsd).toBeGreaterThan(0)
})

test('one question too many is refused at once', async () => {
  const ask = createBasketThread({ file, most: 1 })
  const first = ask('plan', request(30))
  await expect(ask('plan', request(30))).rejects.toBeInstanceOf(UnavailableError)
  expect((await first).costUsd).toBeGreaterThan(0)
})
