import { expect, test } from 'vitest'
import { keptWith } from './kept-with'

test('a thing is made once for its owner and key, and again for another owner; a failure is not kept', () => {
  const [one, other] = [{}, {}]
  let made = 0
  const ask = (owner: object, key: string) => keptWith(owner, key, () => ++made)
  expect([ask(one, 'a'), ask(one, 'a'), ask(one, 'b'), ask(other, 'a')]).toEqual([1, 1, 2, 3])
  const failing = () =>
    keptWith(one, 'c', () => {
      throw new RangeError('not yet')
    })
  expect(failing).toThrow('not yet')
  expect(ask(one, 'c')).toBe(4)
})

test('an owner keeps so many and no more', () => {
  const owner = {}
  for (let k = 0; k < 10_000; k++) keptWith(owner, `${k}`, () => k)
  let again = 0
  for (let k = 0; k < 10_000; k++) keptWith(owner, `${k}`, () => ++again)
  expect(again).toBeGreaterThan(5_000)
})
