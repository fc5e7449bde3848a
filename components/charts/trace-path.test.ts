import { expect, test } from 'vitest'
import { tracePath } from './trace-path'

test('a line for each run, broken at gaps, with the origin above', () => {
  expect(tracePath([[0, 0], [10, 40], undefined, [30, 50], [40, 99.5]])).toBe('M0 100L10 60M30 50L40 0.5')
})

test('a point alone is a dot and no line', () => {
  const places = [[0, 0], undefined, [20, 25], undefined, [40, 10], [50, 100]] as const
  expect(tracePath(places)).toBe('M40 90L50 0')
  expect(tracePath(places, 'single')).toBe('M0 100h0M20 75h0')
})

test('nothing known is nothing drawn', () => {
  expect(tracePath([undefined, undefined])).toBe('')
  expect(tracePath([], 'single')).toBe('')
})
