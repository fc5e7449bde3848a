import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InvalidInputError } from '@/lib/core/errors'
import { vcgAssignment } from './vickrey-clarke-groves'

const values = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }))
  .chain(([bidders, items]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: items, maxLength: items }), {
      minLength: bidders,
      maxLength: bidders,
    }),
  )
const utility = (worth: readonly number[], item: number | undefined, payment: number) =>
  (item === undefined ? 0 : worth[item]!) - payment

describe('vcgAssignment', () => {
  it('is Vickrey’s second-price auction for one item', () => {
    expect(vcgAssignment([[10], [30], [20]])).toEqual({
      itemOf: [undefined, 0, undefined],
      payments: [0, 20, 0],
      welfare: 30,
    })
    expect(vcgAssignment([[10], [30]], [25]).payments).toEqual([0, 25])
    expect(vcgAssignment([[10]], [25])).toEqual({ itemOf: [undefined], payments: [0], welfare: 0 })
  })

  it('rewards no lie, takes no more than the value, and sells no item twice', () => {
    const reserve = fc.integer({ min: 0, max: 8 })
    fc.assert(
      fc.property(values, values, reserve, (truth, lies, floor) => {
        const reserves = truth[0]!.map(() => floor)
        const honest = vcgAssignment(truth, reserves)
        const sold = honest.itemOf.filter((item) => item !== undefined)
        expect(new Set(sold).size).toBe(sold.length)
        truth.forEach((worth, i) => {
          const gain = utility(worth, honest.itemOf[i], honest.payments[i]!)
          expect(gain).toBeGreaterThanOrEqual(-1e-9)
          if (honest.itemOf[i] !== undefined) expect(honest.payments[i]!).toBeGreaterThanOrEqual(floor)
          const lie = worth.map((_, j) => lies[i % lies.length]![j % lies[0]!.length]!)
          const told = vcgAssignment(
            truth.map((row, other) => (other === i ? lie : row)),
            reserves,
          )
          expect(utility(worth, told.itemOf[i], told.payments[i]!)).toBeLessThanOrEqual(gain + 1e-9)
        })
      }),
      { numRuns: 150 },
    )
  })

  it('refuses what is no matrix of values', () => {
    expect(() => vcgAssignment([[1], [1, 2]])).toThrow(InvalidInputError)
    expect(() => vcgAssignment([[-1]])).toThrow(InvalidInputError)
    expect(vcgAssignment([])).toEqual({ itemOf: [], payments: [], welfare: 0 })
  })
})
