import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InvalidInputError } from '@/lib/core/errors'
import { supplySqueeze } from './supply-squeeze'

const counts = { supply: 12, listed: 2, bidders: 1, sales: 3, watchers: 0 }

describe('supplySqueeze', () => {
  it('is one from two buyers a listing and three in all', () => {
    expect(supplySqueeze(counts)).toEqual({ demand: 4, pressure: 2, isSqueezed: true })
    expect(supplySqueeze({ ...counts, listed: 3 }).isSqueezed).toBe(false)
    expect(supplySqueeze({ ...counts, listed: 1, sales: 1 })).toMatchObject({ demand: 2, isSqueezed: false })
    expect(supplySqueeze({ ...counts, listed: 0 })).toEqual({
      demand: 4,
      pressure: undefined,
      isSqueezed: true,
    })
  })

  it('is never called by watchers alone, and never by more of them than half', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(5), fc.nat(5), fc.nat(100_000), (listed, bidders, sales, watchers) => {
        const { demand } = supplySqueeze({ supply: 100, listed, bidders, sales, watchers })
        expect(demand).toBeLessThanOrEqual(2 * (bidders + sales))
        if (bidders + sales === 0)
          expect(supplySqueeze({ supply: 100, listed, bidders, sales, watchers }).isSqueezed).toBe(false)
      }),
    )
  })

  it('grows with demand and falls with what is listed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.nat(50),
        fc.nat(50),
        fc.nat(200),
        (listed, bidders, sales, watchers) => {
          const at = (more: Partial<typeof counts>) =>
            supplySqueeze({ supply: 99, listed, bidders, sales, watchers, ...more }).pressure ?? Infinity
          expect(at({ bidders: bidders + 1 })).toBeGreaterThan(at({}))
          expect(at({ watchers: watchers + 1 })).toBeGreaterThanOrEqual(at({}))
          expect(at({ listed: listed + 1 })).toBeLessThanOrEqual(at({}))
        },
      ),
    )
  })

  it('refuses what is no count', () => {
    expect(() => supplySqueeze({ ...counts, listed: 1.5 })).toThrow(InvalidInputError)
    expect(() => supplySqueeze({ ...counts, sales: -1 })).toThrow(InvalidInputError)
  })
})
