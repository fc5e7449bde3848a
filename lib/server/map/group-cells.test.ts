import { cellToChildren, getResolution, latLngToCell } from 'h3-js'
import { expect, test } from 'vitest'
import { groupCells } from './group-cells'

const one = latLngToCell(52.52, 13.405, 3)
const cells = cellToChildren(one, 5).map((cell) => ({ cell }))

test('few cells stay as they are public', () => {
  const { groups, resolution } = groupCells([...cells, ...cells], cells.length)
  expect(resolution).toBe(5)
  expect(groups.size).toBe(cells.length)
  expect([...groups.values()].every((group) => group.length === 2)).toBe(true)
})

test('many cells are gathered in coarser ones, and none is lost', () => {
  const { groups, resolution } = groupCells(cells, 7)
  expect(resolution).toBe(4)
  expect([...groups.keys()].map(getResolution)).toEqual(Array(7).fill(4))
  expect([...groups.values()].flat()).toHaveLength(cells.length)
  expect([...groupCells(cells, 1).groups.keys()]).toEqual([one])
})
