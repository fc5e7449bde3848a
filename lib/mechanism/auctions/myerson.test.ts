import { describe, expect, it } from 'vitest'
import { InvalidInputError } from '@/lib/core/errors'
import { expectedRevenue, optimalReserve, uniformValues } from './myerson'

const unit = uniformValues(0, 1)

describe('Myerson’s auction', () => {
  it('two bidders uniform on [0, 1]: reserve 1/2, revenue 5/12 (textbook)', () => {
    expect(optimalReserve(unit)).toBeCloseTo(1 / 2, 12)
    expect(expectedRevenue(unit, 2, 1 / 2)).toBeCloseTo(5 / 12, 9)
    expect(expectedRevenue(unit, 2)).toBeCloseTo(1 / 3, 9)
  })

  it('no other reserve earns more, and one bidder pays the monopoly price', () => {
    for (const bidders of [1, 2, 5])
      for (const reserve of [0, 0.2, 0.45, 0.55, 0.8])
        expect(expectedRevenue(unit, bidders, reserve)).toBeLessThan(expectedRevenue(unit, bidders, 0.5))
    expect(expectedRevenue(unit, 1, 0.5)).toBeCloseTo(0.25, 9)
  })

  it('takes a distribution of any shape, and what the item is worth to the seller', () => {
    const exponential = {
      low: 0,
      high: 40,
      cdf: (v: number) => 1 - Math.exp(-v),
      pdf: (v: number) => Math.exp(-v),
    }
    expect(optimalReserve(exponential)).toBeCloseTo(1, 9)
    expect(optimalReserve(exponential, 2)).toBeCloseTo(3, 9)
    expect(optimalReserve(uniformValues(10, 12))).toBe(10)
    expect(expectedRevenue(unit, 2, 1)).toBe(0)
    expect(() => uniformValues(2, 1)).toThrow(InvalidInputError)
    expect(() => expectedRevenue(unit, 0)).toThrow(InvalidInputError)
  })
})
