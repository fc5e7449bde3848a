import { expect, it } from 'vitest'
import { namesAtEnds } from './names-at-ends'

it('names lines at their ends, apart from each other and above the axis', () => {
  const apart = namesAtEnds([
    { name: 'low', end: 10 },
    { name: 'high', end: 90 },
    { name: 'without a point', end: undefined },
  ])
  expect(apart).toEqual([
    { name: 'high', index: 1, at: 90 },
    { name: 'low', index: 0, at: 10 },
  ])
  const crowded = namesAtEnds(['a', 'b', 'c', 'd'].map((name) => ({ name, end: 1 })))
  expect(crowded.map(({ at }) => at)).toEqual([36, 24, 12, 0])
  expect(namesAtEnds([{ name: 'out of the figure', end: 140 }])[0]!.at).toBe(100)
})
