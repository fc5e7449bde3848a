import { expect, test } from 'vitest'
import type { KeptReference } from '@/lib/market/reference-price/kept-reference'
import { noneWords } from './thin-words'

const reference: KeptReference = {
  scope: 'all',
  subject: 'all',
  price: null,
  low: null,
  high: null,
  sales: 9,
  leftOut: 0,
  effectiveSales: 8,
  costUp: null,
  costDown: null,
  shareOfValue: null,
  unvalued: 0,
  sizeTests: null,
  newestSale: new Date(0),
  computedAt: new Date(0),
}
const share = { share: 1, low: 1, high: 1, sales: 9, effectiveSales: 8, costUp: null, costDown: null }

test('why there is no figure is told as it is', () => {
  const value = { value: 1n, model: 'engine-2' }
  expect(noneWords(undefined, value)).toBe('No reference below 5 clean sales: none yet')
  expect(noneWords({ ...reference, sales: 4, leftOut: 1 }, value)).toContain('4 so far, 1 left out')
  expect(noneWords(reference, value)).toContain('too old')
  expect(noneWords({ ...reference, unvalued: 7 }, value)).toContain('7 of its 9 sales have no receipt')
  const known = { ...reference, shareOfValue: { model: 'engine-1', ...share } }
  expect(noneWords(known, undefined)).toContain('which this one is not yet')
  expect(noneWords(known, value)).toContain('another model')
})
