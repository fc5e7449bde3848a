import { expect, test } from 'vitest'
import { priceByRule } from './price-rule'

const worth = (cents: bigint) => ({ value: { value: cents, p5: 1n, p50: 2n, p95: 3n } })

test.each([
  ['100', 12_345n, '123.45'],
  ['95', 12_345n, '117.28'],
  ['110.5', 10_000n, '110.5'],
  ['0.01', 10_000n, '0.01'],
])('%s percent of %i cents is %s', (amount, cents, price) => {
  expect(priceByRule({ kind: 'percent', amount }, worth(cents))).toBe(price)
})

test('so many percent of what others paid, where others did', () => {
  const paid = { scope: 'network', price: 20_000n, share: 0.9, sales: 12 } as const
  expect(priceByRule({ kind: 'paid', amount: '95' }, { value: undefined, paid })).toBe('190')
  expect(priceByRule({ kind: 'paid', amount: '95' }, worth(10_000n))).toBeUndefined()
})

test('a fixed price is the same for all, valued or not', () => {
  expect(priceByRule({ kind: 'fixed', amount: '$1,250.00' }, { value: undefined })).toBe('1250')
})

test('without a value, with a value of nothing, or without a number there is no price', () => {
  expect(priceByRule({ kind: 'percent', amount: '90' }, { value: undefined })).toBeUndefined()
  expect(priceByRule({ kind: 'percent', amount: '90' }, worth(-5n))).toBeUndefined()
  expect(priceByRule({ kind: 'percent', amount: 'most' }, worth(5n))).toBeUndefined()
  expect(priceByRule({ kind: 'percent', amount: '0.001' }, worth(100n))).toBeUndefined()
})
