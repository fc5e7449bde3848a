import { expect, test } from 'vitest'
import { inTurns } from './in-turns'

test('every item once, in its place, and never more at once than allowed', async () => {
  let running = 0
  let most = 0
  const results = await inTurns(
    Array.from({ length: 50 }, (_, index) => index),
    async (item) => {
      most = Math.max(most, ++running)
      await new Promise((resolve) => setTimeout(resolve, (item * 7) % 5))
      running -= 1
      return item * 2
    },
    4,
  )
  expect(results).toEqual(Array.from({ length: 50 }, (_, index) => index * 2))
  expect(most).toBe(4)
})

test('nothing to do is done at once; a failure is passed on', async () => {
  expect(await inTurns([], async () => 1)).toEqual([])
  await expect(inTurns([1, 2], async () => Promise.reject(new Error('no')))).rejects.toThrow('no')
})
