import { expect, test } from 'vitest'
import { SparsePath } from './sparse-path'

test('points too near to be told apart are left out; the end of a line is kept, and a ring closes', () => {
  const path = new SparsePath(1)
  path.moveTo(0, 0)
  path.lineTo(0.4, 0)
  path.lineTo(2, 0)
  path.lineTo(2.5, 0.04)
  path.moveTo(5, 5)
  path.lineTo(9, 5)
  path.lineTo(9, 5.5)
  path.closePath()
  expect(path.toString()).toBe('M0 0L2 0L2.5 0M5 5L9 5Z')
})
