import { expect, test } from 'vitest'
import { formatSpan } from './span'

test.each([
  [0, 'under 1 min'],
  [59, 'under 1 min'],
  [90, '1.5 min'],
  [5_400, '1.5 h'],
  [86_400, '1 d'],
  [864_000 * 3, '30 d'],
])('%d seconds are %s', (seconds, text) => {
  expect(formatSpan(seconds)).toBe(text)
})
