import { afterEach, describe, expect, test } from 'vitest'
import { setLocaleSource } from '@/lib/core/locale/locale-source'
import { readFigureStyle } from '@/lib/core/locale/read-figure-style'
import { emptyListDraft, priceOf, priceProblem, readListDraft } from './list-terms'
import { priceByRule } from './many/price-rule'

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

describe('typed as the reader’s locale has it', () => {
  afterEach(() => setLocaleSource(undefined))

  test('with its own decimals, and a price set by rule is written so that it reads back', () => {
    const style = readFigureStyle('de-DE')
    setLocaleSource(() => style)
    expect(priceOf('1.234,50', 100)?.price).toBe(1_234_500_000n)
    expect(priceOf('84.20', 100)?.price).toBe(84_200_000n)
    const set = priceByRule(
      { kind: 'percent', amount: '97,5' },
      { value: { value: 12_345n, p5: 1n, p50: 2n, p95: 3n } },
    )
    expect(set).toBe('120,36')
    expect(priceOf(set ?? '', 0)?.price).toBe(120_360_000n)
  })

  test('what could be two prices is no price, and the reader is told how to write each', () => {
    const style = readFigureStyle('de-DE')
    setLocaleSource(() => style)
    expect(priceOf('1.234', 100)).toBeUndefined()
    expect(priceProblem('1.234')).toBe('“1.234” can be read in two ways: write 1234 or 1,234.')
    expect(priceProblem('twelve')).toBe('Write it as 1234,50.')
    expect(priceProblem('')).toBeUndefined()
  })
})
