import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { annualYield, daysToBreakEven, pricePlace, valueGap } from './price-figures'

describe('price beside value', () => {
  test('20 % below, 10 % above, at the value, no value', () => {
    expect(valueGap(80_000_000n, 10_000n)).toBe(0.2)
    expect(valueGap(110_000_000n, 10_000n)).toBe(-0.1)
    expect(valueGap(100_000_000n, 10_000n)).toBe(0)
    expect(valueGap(100_000_000n, 0n)).toBeUndefined()
  })

  test('below, inside and above the interval', () => {
    const interval = { value: 100n, p5: 50n, p50: 100n, p95: 200n }
    expect(pricePlace(499_999n, interval)).toBe('below')
    expect(pricePlace(500_000n, interval)).toBe('inside')
    expect(pricePlace(2_000_000n, interval)).toBe('inside')
    expect(pricePlace(2_010_000n, interval)).toBe('above')
  })
})

describe('what a position earns at a price', () => {
  test('one dollar a day on 100 dollars', () => {
    expect(daysToBreakEven(100_000_000n, 1)).toBe(100)
    expect(annualYield(100_000_000n, 1)).toBeCloseTo(3.6525, 10)
  })

  test('a device that runs at a loss never breaks even and yields less than nothing', () => {
    expect(daysToBreakEven(100_000_000n, -1)).toBeUndefined()
    expect(daysToBreakEven(100_000_000n, 0)).toBeUndefined()
    expect(annualYield(100_000_000n, -1)).toBeLessThan(0)
    expect(annualYield(0n, 1)).toBeUndefined()
  })

  test('yield and days to break even are two sides of one figure', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 15n }),
        fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
        (price, netPerDay) => {
          const days = daysToBreakEven(price, netPerDay) ?? Number.NaN
          const rate = annualYield(price, netPerDay) ?? Number.NaN
          expect((days * rate) / 365.25).toBeCloseTo(1, 9)
        },
      ),
      { seed: 365, numRuns: 500 },
    )
  })
})
