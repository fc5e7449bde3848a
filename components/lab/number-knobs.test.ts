import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { honestyKnobs as knobsOf } from './honesty-knobs'
import { niceTicks } from './nice-ticks'
import { readKnobs, writeKnobs } from './number-knobs'

const seed = 20_261_121
const honestyKnobs = knobsOf()

describe('figures in an address', () => {
  it('come back as they were written, whatever they are within their ranges', () => {
    const values = fc.record(
      Object.fromEntries(
        honestyKnobs.map(({ key, min, max }) => [key, fc.double({ min, max, noNaN: true })]),
      ),
    )
    fc.assert(
      fc.property(values, (values) => {
        const query = Object.fromEntries(new URLSearchParams(writeKnobs(honestyKnobs, values)))
        expect(readKnobs(honestyKnobs, query)).toEqual(values)
      }),
      { seed },
    )
  })

  it('are within their ranges whatever the address says', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...honestyKnobs.map(({ key }) => key)), fc.string()),
        (query) => {
          const values = readKnobs(honestyKnobs, query)
          for (const { key, min, max } of honestyKnobs) {
            expect(values[key]).toBeGreaterThanOrEqual(min)
            expect(values[key]).toBeLessThanOrEqual(max)
          }
        },
      ),
      { seed },
    )
  })
})

it('the bond’s figures are filled in from a month’s reward, and stay within their ranges', () => {
  const of = (rewardUsd: number) =>
    readKnobs(knobsOf({ name: 'Nym', href: '/networks/nym', rewardUsd, month: '2024-06', basis: 'all' }), {})
  expect(of(343.5729)).toMatchObject({ gain: 343.6, harm: 343.6, bond: 300 })
  expect(of(1e9).gain).toBe(100_000)
  expect(of(1e-9).gain).toBe(0.001)
})

it('ticks are round, even and span the range', () => {
  expect(niceTicks(0, 9.3, false)).toEqual([0, 2, 4, 6, 8, 10])
  expect(niceTicks(3, 4_100, true)).toEqual([1, 10, 100, 1_000, 10_000])
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (high) => {
      const ticks = niceTicks(0, high, false)
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(high * (1 - 1e-6))
      expect(ticks.length).toBeLessThanOrEqual(8)
    }),
    { seed },
  )
})
