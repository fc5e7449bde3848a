import fc from 'fast-check'
import { expect, test } from 'vitest'
import { InvalidInputError } from '@/lib/core/errors'
import { feeOn } from './fees'

test('one per cent of 100 dollars', () => {
  expect(feeOn(100_000_000n, 100)).toEqual({ price: 100_000_000n, fee: 1_000_000n, net: 99_000_000n })
})

test('a price of nothing is refused', () => {
  expect(() => feeOn(0n, 100)).toThrow(InvalidInputError)
})

test('fee and net add up to the price, and the fee never exceeds its rate', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 1n, max: 2n ** 128n }),
      fc.integer({ min: 0, max: 1_000 }),
      (price, points) => {
        const { fee, net } = feeOn(price, points)
        expect(fee + net).toBe(price)
        expect(net).toBeGreaterThan(0n)
        expect(fee * 10_000n).toBeLessThanOrEqual(price * BigInt(points))
        expect((fee + 1n) * 10_000n).toBeGreaterThan(price * BigInt(points))
      },
    ),
    { seed: 6, numRuns: 1_000 },
  )
})
