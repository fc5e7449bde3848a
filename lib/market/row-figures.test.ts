import { expect, test } from 'vitest'
import { rowReturn } from './row-figures'

const listing = { hash: '0x', price: 120_000_000n, endTime: new Date(0), bound: true }

test('five dollars a month on a hundred and twenty are a half a year, earned back in two', () => {
  const found = rowReturn({ listing, netPerMonth: 5 })
  expect(found.yield).toBeCloseTo(0.5, 12)
  expect(found.days).toBeCloseTo(2 * 365.25, 9)
})

test('a loss has a yield below nothing and is never earned back', () => {
  expect(rowReturn({ listing, netPerMonth: -1 })).toEqual({
    yield: expect.closeTo(-0.1, 12),
    days: undefined,
  })
})

test('what is not known is not nothing', () => {
  expect(rowReturn({ listing, netPerMonth: undefined })).toEqual({ yield: undefined, days: undefined })
  expect(rowReturn({ listing: undefined, netPerMonth: 5 })).toEqual({ yield: undefined, days: undefined })
})
