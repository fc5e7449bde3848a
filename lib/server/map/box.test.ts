import { expect, test } from 'vitest'
import { boxAround, boxOf, isApart } from './box'

test('boxes that share a point are not apart', () => {
  const land = boxOf([
    [10, 50],
    [14, 54],
  ])
  expect(isApart(land, boxAround([15, 52], 100))).toBe(false)
  expect(isApart(land, boxAround([20, 52], 100))).toBe(true)
  expect(isApart(land, boxAround([12, 60], 100))).toBe(true)
})

test('near the antimeridian a box reaches round the world, so that nothing is missed', () => {
  const fiji = boxOf([
    [-179.8, -17],
    [-179, -16],
  ])
  expect(isApart(fiji, boxAround([179.9, -17], 300))).toBe(false)
})
