import { expect, test } from 'vitest'
import { isHeld, weakTag } from './etag'

test('a tag is of the content alone', () => {
  expect(weakTag('a')).toBe(weakTag('a'))
  expect(weakTag('a')).not.toBe(weakTag('b'))
})

test.each([
  [null, false],
  ['', false],
  ['*', true],
  ['W/"x"', true],
  ['"x"', true],
  ['"y" , W/"x"', true],
  ['"y"', false],
  ['x', false],
])('who holds %s holds W/"x": %s', (header, held) => {
  expect(isHeld(header, 'W/"x"')).toBe(held)
})
