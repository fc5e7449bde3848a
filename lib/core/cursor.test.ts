import { describe, expect, test } from 'vitest'
import { formatCursor, parseCursor, toCursorPage } from './cursor'

const shape = { key: /^-?\d+(\.\d+)?$/, id: /^\d+$/ }
const place = (id: number) => ({ key: `${id}`, id: `${id}` })

describe('parseCursor', () => {
  test('reads what formatCursor wrote', () => {
    expect(parseCursor({ after: formatCursor({ key: '-1.5', id: '7' }) }, shape)).toEqual({
      key: '-1.5',
      id: '7',
      side: 'after',
    })
    expect(parseCursor({ after: '', before: '2~3' }, shape)?.side).toBe('before')
  })

  test.each(['', 'x', '1', '1~', '~1', '1~2~3', '1~x', "1'~2"])('“%s” names the first page', (after) => {
    expect(parseCursor({ after }, shape)).toBeUndefined()
  })
})

describe('toCursorPage', () => {
  test('the first page has no page before it', () => {
    expect(toCursorPage([1, 2, 3], 2, undefined, place)).toEqual({
      rows: [1, 2],
      neighbours: { next: '2~2' },
    })
  })

  test('a page in the middle has both neighbours, read forwards or backwards', () => {
    const neighbours = { previous: '3~3', next: '4~4' }
    expect(toCursorPage([3, 4, 5], 2, { ...place(2), side: 'after' }, place)).toEqual({
      rows: [3, 4],
      neighbours,
    })
    expect(toCursorPage([4, 3, 2], 2, { ...place(5), side: 'before' }, place)).toEqual({
      rows: [3, 4],
      neighbours,
    })
  })

  test('the last page has none after it, and one reached backwards may be the first', () => {
    expect(toCursorPage([5], 2, { ...place(4), side: 'after' }, place).neighbours).toEqual({
      previous: '5~5',
    })
    expect(toCursorPage([2, 1], 2, { ...place(3), side: 'before' }, place).neighbours).toEqual({
      next: '2~2',
    })
  })

  test('an empty page has no neighbours', () => {
    expect(toCursorPage([], 2, undefined, place)).toEqual({ rows: [], neighbours: {} })
  })
})
