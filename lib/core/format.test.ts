import { afterEach, describe, expect, test } from 'vitest'
import {
  formatCents,
  formatChange,
  formatCompact,
  formatCount,
  formatDecimal,
  formatExact,
  formatFixed,
  formatInstant,
  formatInstantIso,
  formatMinute,
  formatMonth,
  formatPercent,
  formatRelative,
  formatShare,
  formatUnits,
  formatUsd,
  shortHex,
} from './format'
import { setLocaleSource } from './locale/locale-source'
import { readFigureStyle } from './locale/read-figure-style'

test('cents are exact at any size, with a true minus', () => {
  expect(formatCents(0n)).toBe('$0.00')
  expect(formatCents(-320n)).toBe('−$3.20')
  expect(formatCents(123_456_789_012_345_678_905n)).toBe('$1,234,567,890,123,456,789.05')
})

test('token units are rounded half away from zero to cents', () => {
  expect(formatUnits(1_234_500_000n)).toBe('$1,234.50')
  expect(formatUnits(4_999n)).toBe('$0.00')
  expect(formatUnits(5_000n)).toBe('$0.01')
  expect(formatUnits(-5_000n)).toBe('−$0.01')
})

test('statistics have as many digits as they bear', () => {
  expect(formatUsd(37.8)).toBe('$37.80')
  expect(formatUsd(0.004214)).toBe('$0.00421')
  expect(formatUsd(0)).toBe('$0.00')
  expect(formatUsd(-1_234_567)).toBe('−$1.23M')
  expect(formatCompact(12_345)).toBe('12.3K')
  expect(formatCount(1_234_567)).toBe('1,234,567')
})

test('a change always has its sign, but nothing has none', () => {
  expect(formatChange(0.081)).toBe('+8.1%')
  expect(formatChange(-0.2)).toBe('−20.0%')
  expect(formatChange(0)).toBe('0.0%')
})

test('a share has no sign, a plain number no more decimals than told', () => {
  expect([0.5, 0.081, 0, 1, -0.25].map(formatShare)).toEqual(['50%', '8.1%', '0%', '100%', '−25%'])
  expect(formatDecimal(-1234.56789)).toBe('−1,234.568')
  expect(formatDecimal(0.3, 1)).toBe('0.3')
  expect(formatDecimal(-0.0001)).toBe('0')
})

test('hashes are shortened, months named, instants in UTC', () => {
  expect(shortHex(`0x1234${'0'.repeat(32)}abcd`)).toBe('0x1234…abcd')
  expect(formatMonth('2024-06-01')).toBe('Jun 2024')
  expect(formatInstantIso(new Date('2024-06-01T12:00:05.999Z'))).toBe('2024-06-01 12:00:05 UTC')
  expect(formatInstant(new Date('2024-06-01T12:00:05.999Z'))).toBe('Jun 1, 2024 12:00:05 UTC')
  expect(formatMinute(new Date('2024-06-01T12:00:05.999Z'))).toBe('Jun 1, 2024 12:00 UTC')
})

describe('formatRelative', () => {
  const now = new Date('2024-06-01T12:00:00Z')
  test.each([
    ['2024-06-01T12:00:30Z', 'in under a minute'],
    ['2024-06-01T11:59:30Z', 'just now'],
    ['2024-06-01T11:58:59Z', '1 min ago'],
    ['2024-06-01T17:30:00Z', 'in 5 h'],
    ['2024-04-17T12:00:00Z', '45 d ago'],
    ['2022-01-01T12:00:00Z', '2 y ago'],
  ])('%s is %s', (at, words) => {
    expect(formatRelative(new Date(at), now)).toBe(words)
  })
})

describe('in the reader’s locale', () => {
  afterEach(() => setLocaleSource(undefined))

  test.each([
    [
      'de-DE',
      '1.234.567,50 $',
      '−3,20 $',
      '1,23 Mio. $',
      '12.345',
      '+8,1 %',
      '1234,5',
      '1 Jun 2024 12:00 UTC',
    ],
    ['fr-FR', '1 234 567,50 $', '−3,20 $', '1,23 M $', '12 345', '+8,1 %', '1234,5', '1 Jun 2024 12:00 UTC'],
    ['en-IN', '$12,34,567.50', '−$3.20', '$12.3L', '12,345', '+8.1%', '1234.5', '1 Jun 2024 12:00 UTC'],
    ['pt-BR', '$ 1.234.567,50', '−$ 3,20', '$ 1,23 mi', '12.345', '+8,1%', '1234,5', '1 Jun 2024 12:00 UTC'],
    ['ja-JP', '$1,234,567.50', '−$3.20', '$123万', '12,345', '+8.1%', '1234.5', '2024-06-01 12:00 UTC'],
  ])('%s', (locale, ...written) => {
    const style = readFigureStyle(locale)
    setLocaleSource(() => style)
    const figures = [
      formatCents(123_456_750n),
      formatCents(-320n),
      formatUsd(1_234_567),
      formatCount(12_345),
      formatChange(0.081),
      formatExact(1_234_500_000n, 6),
      formatMinute(new Date('2024-06-01T12:00:05Z')),
    ]
    expect(figures.map((text) => text.replace(/[\u00a0\u202f]/g, ' '))).toEqual(written)
  })
})

test('digits as many as are asked for; nothing has no sign', () => {
  expect(formatFixed(0.5, 3)).toBe('0.500')
  expect(formatFixed(-0.0001, 2)).toBe('0.00')
  expect(formatFixed(-1234.5, 1)).toBe('−1,234.5')
  expect(formatPercent(8.1)).toBe('8.1%')
  expect(formatPercent(99.95, 1)).toBe('100.0%')
})
