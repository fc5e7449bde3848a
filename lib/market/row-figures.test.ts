import { expect, test } from 'vitest'
import { rowReturn } from './row-figures'

const listing = { hash: '0x', price: 120_000_000n, endTime: new Date(0), bound: true }

test('five dollars a month on a hundred and twenty are a half a year, earned back in two', () => {
  const found = rowReturn({ listing, netPerMonth: 5 })
  expect(found.yield).toBeCloseTo(0.5, 12)
  expect(found.days).toBeCloseTo(2 * 365.25, 9)
})

test('a loss is a loss a month: it has no yield and is never earned back', () => {
  expect(rowReturn({ listing, netPerMonth: -4.1 })).toEqual({ yield: undefined, days: undefined, loss: 4.1 })
  expect(rowReturn({ listing, netPerMonth: 0 })).toEqual({ yield: 0, days: undefined, loss: undefined })
})

test('what is not known is not nothing', () => {
  const unknown = { yield: undefined, days: undefined, loss: undefined }
  expect(rowReturn({ listing, netPerMonth: undefined })).toEqual(unknown)
  expect(rowReturn({ listing: undefined, netPerMonth: 5 })).toEqual(unknown)
})
