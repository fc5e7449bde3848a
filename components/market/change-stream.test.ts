import { expect, test } from 'vitest'
import { readChange } from './change-stream'

test('a change is read for what a page needs of it', () => {
  const data = JSON.stringify({ head: 7, kinds: ['listed'], positions: [3], orders: ['0x'], partial: false })
  expect(readChange(data)).toEqual({ head: 7, kinds: ['listed'], positions: [3], partial: false })
})

test.each(['', '{', 'null', '{"kinds":[],"positions":"all"}'])('%s is no change', (data) => {
  expect(readChange(data)).toBeUndefined()
})
