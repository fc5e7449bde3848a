import { expect, test } from 'vitest'
import { isTimestamp } from './timestamp'

test.each([
  ['2024-02-29 23:59:59.999999+00', true],
  ['2024-02-29 23:59:59+00', true],
  ['2023-02-29 00:00:00+00', false],
  ['2024-13-01 00:00:00+00', false],
  ['2024-01-01 24:00:00+00', false],
  ['2024-01-01 00:60:00+00', false],
  ['0000-01-01 00:00:00+00', false],
])('%s names a moment: %s', (text, names) => {
  expect(isTimestamp(text)).toBe(names)
})
