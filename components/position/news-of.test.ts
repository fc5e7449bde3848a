import { expect, test } from 'vitest'
import { entryKinds } from '@/lib/market/ledger-query'
import { newsOf } from './news-of'

test('a sale is told before the transfer that it is', () => {
  expect(newsOf(['transferred', 'order_filled'])).toBe('It was sold a moment ago.')
})

test('every kind of entry is a sentence, and so is one nobody knows', () => {
  for (const kind of [...entryKinds, 'later']) expect(newsOf([kind])).toMatch(/^[A-Z].*\.$/)
  expect(newsOf([])).toBe('Something changed here a moment ago.')
})
