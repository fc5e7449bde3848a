import { expect, test } from 'vitest'
import { z } from 'zod'
import { NotAllowedError } from '@/lib/core/errors'
import { runAction } from './run-action'

const schema = z.object({
  name: z.string().min(1, 'A name is missing.'),
  age: z.number('An age is missing.'),
})

test('a step gets the parsed input, and its value comes back', async () => {
  const result = await runAction(schema, { name: 'a', age: 3, more: 1 }, async (input) => input)
  expect(result).toEqual({ ok: true, value: { name: 'a', age: 3 } })
})

test('input that breaks the schema never reaches the step, and each field says why', async () => {
  const result = await runAction(schema, { name: '' }, async () => expect.unreachable())
  expect(result).toEqual({
    ok: false,
    error: {
      name: 'InvalidInputError',
      message: 'Please check: name, age.',
      retryable: false,
      fields: { name: 'A name is missing.', age: 'An age is missing.' },
    },
  })
})

test('a typed error is the answer', async () => {
  const result = await runAction(schema, { name: 'a', age: 3 }, async () => {
    throw new NotAllowedError('Not yours.')
  })
  expect(result).toEqual({
    ok: false,
    error: { name: 'NotAllowedError', message: 'Not yours.', retryable: false },
  })
})

test('a schema that fails inside the step is a fault of ours, not of the input', async () => {
  const logged: string[] = []
  const result = await runAction(schema, { name: 'a', age: 3 }, async () => z.number().parse('secret'), {
    log: (message) => logged.push(message),
  })
  expect(result).toMatchObject({ ok: false, error: { name: 'UnexpectedError' } })
  expect(logged).toHaveLength(1)
})

test('what the framework steers by goes through', async () => {
  const steering = new Error('redirect')
  const rethrow = (error: unknown) => {
    if (error === steering) throw error
  }
  const failing = runAction(schema, { name: 'a', age: 3 }, () => Promise.reject(steering), { rethrow })
  await expect(failing).rejects.toBe(steering)
})
