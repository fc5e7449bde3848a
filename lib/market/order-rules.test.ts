import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { InvalidInputError } from '@/lib/core/errors'
import { InvalidOrderError } from './order-errors'
import {
  CLOCK_SKEW_SECONDS,
  checkPrice,
  checkTerms,
  checkWindow,
  MAX_ORDER_SECONDS,
  MAX_PRICE,
  MIN_PRICE,
} from './order-rules'

const now = 1_700_000_000
const day = 86_400n
const start = BigInt(now)

function reasonOf(step: () => void): unknown {
  try {
    step()
  } catch (error) {
    if (error instanceof InvalidOrderError) return error.details?.reason
    throw error
  }
  return undefined
}

describe('price rules', () => {
  test('from one cent to a thousand million dollars', () => {
    expect(reasonOf(() => checkPrice(MIN_PRICE))).toBeUndefined()
    expect(reasonOf(() => checkPrice(MAX_PRICE))).toBeUndefined()
    expect(reasonOf(() => checkPrice(MIN_PRICE - 1n))).toBe('price_too_low')
    expect(reasonOf(() => checkPrice(0n))).toBe('price_too_low')
    expect(reasonOf(() => checkPrice(MAX_PRICE + 1n))).toBe('price_too_high')
  })
})

describe('time window rules', () => {
  test.each([
    ['a week from now', start, start + 7n * day, undefined],
    ['180 days', start, start + 180n * day, undefined],
    ['a start to come', start + day, start + 2n * day, undefined],
    ['181 days', start, start + 181n * day, 'window_too_long'],
    ['a week in two years', start + 700n * day, start + 707n * day, 'window_too_long'],
    ['an end before its start', start + day, start, 'window_empty'],
    ['nothing', start + day, start + day, 'window_empty'],
    ['until now', start - day, start, 'expired'],
    ['never ending', start, 2n ** 256n - 1n, 'window_too_long'],
  ])('%s', (_, startTime, endTime, reason) => {
    expect(reasonOf(() => checkWindow({ startTime, endTime }, now))).toBe(reason)
  })

  test('what passes can be held by a date and ends within 180 days', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }),
        fc.bigInt({ min: -(10n ** 8n), max: 10n ** 8n }).map((offset) => start + offset),
        (startTime, endTime) => {
          for (const window of [
            { startTime, endTime },
            { startTime: endTime - 1_000_000n, endTime },
          ]) {
            if (reasonOf(() => checkWindow(window, now)) !== undefined) continue
            expect(Number(window.endTime)).toBeGreaterThan(now)
            expect(Number(window.endTime)).toBeLessThanOrEqual(now + MAX_ORDER_SECONDS + CLOCK_SKEW_SECONDS)
            expect(new Date(Number(window.startTime) * 1000).getTime()).not.toBeNaN()
          }
        },
      ),
      { seed: 18, numRuns: 2_000 },
    )
  })
})

test('a form learns of both its faults at once', () => {
  expect(() => checkTerms({ price: 0n, startTime: start, endTime: start }, now)).toThrow(
    new InvalidInputError('A price is at least one cent. The order ends before it starts.', {
      fields: { price: 'A price is at least one cent.', expiry: 'The order ends before it starts.' },
    }),
  )
})
