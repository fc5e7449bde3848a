import { expect, test } from 'vitest'
import { emptyListDraft, priceOf, readListDraft } from './list-terms'

test.each([
  ['84.20', 84_200_000n],
  ['$1,234.5', 1_234_500_000n],
  [' 0.000001 ', 1n],
])('%s is a price', (text, price) => {
  expect(priceOf(text, 100)?.price).toBe(price)
})

test.each(['', '0', '-1', '1e3', '1.2345678', 'twelve', '1.', '.5', '9999999999999'])(
  '%s is no price',
  (text) => {
    expect(priceOf(text, 100)).toBeUndefined()
  },
)

test('fee and net add up to the price', () => {
  expect(priceOf('120.50', 100)).toEqual({ price: 120_500_000n, fee: 1_205_000n, net: 119_295_000n })
})

test('a kept draft is read back; an unknown duration is the usual one', () => {
  expect(readListDraft({ price: '12', days: 7, until: '' })).toEqual({ price: '12', days: 7, until: '' })
  expect(readListDraft({ price: '12', days: 8 })).toEqual({ ...emptyListDraft, price: '12' })
  expect(readListDraft({ days: 7 })).toBeUndefined()
  expect(readListDraft('12')).toBeUndefined()
})
