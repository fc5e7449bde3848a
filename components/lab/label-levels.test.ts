import { expect, it } from 'vitest'
import { labelLevels } from './label-levels'

it('raises the labels of dots that lie close, whatever their order, and no others', () => {
  expect(
    labelLevels([
      { across: 30, up: 50 },
      { across: 10, up: 50 },
      { across: 20, up: 51 },
      { across: 90, up: 50 },
      { across: 25, up: 90 },
    ]),
  ).toEqual([2, 0, 1, 0, 0])
})
