import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InvalidInputError } from '@/lib/core/errors'
import { bestShill, deviations } from './deviations'
import { clearBook, mechanisms, type SealedOrder } from './sealed-book'

const orders = (prices: readonly number[], letter: string): SealedOrder[] =>
  prices.map((limitCents, k) => ({ id: `${letter}${k + 1}`, quantity: 1, limitCents }))
const textbook = { bids: orders([100, 90, 80, 70, 60], 'b'), asks: orders([80, 85, 95, 100, 110], 's') }

const drawn = fc.record({
  bids: fc.uniqueArray(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 5 }).map((prices) =>
    orders(
      prices.map((x) => 2 * x),
      'b',
    ),
  ),
  asks: fc.uniqueArray(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 5 }).map((prices) =>
    orders(
      prices.map((x) => 2 * x + 1),
      's',
    ),
  ),
})

describe('clearBook', () => {
  it('trades two of the textbook’s five at a price in [85, 90] under every rule', () => {
    for (const mechanism of mechanisms) {
      const { units, buys, sells, surplusCents, keptCents } = clearBook(mechanism, textbook)
      expect(units).toBe(2)
      expect([...buys.keys(), ...sells.keys()].sort()).toEqual(['b1', 'b2', 's1', 's2'])
      expect(surplusCents).toBe(25)
      expect(keptCents).toBe(0)
      if (mechanism !== 'vcg')
        for (const { cents } of buys.values()) {
          expect(cents).toBeGreaterThanOrEqual(85)
          expect(cents).toBeLessThanOrEqual(90)
        }
    }
  })

  it('charges no buyer more than bid, pays no seller less than asked, and makes no loss', () => {
    fc.assert(
      fc.property(
        drawn,
        fc.constantFrom(...mechanisms),
        fc.integer({ min: 0, max: 500 }),
        (book, mechanism, reserve) => {
          const { buys, sells, keptCents } = clearBook(mechanism, book, reserve)
          for (const [id, { units, cents }] of buys)
            expect(cents).toBeLessThanOrEqual(units * book.bids.find((one) => one.id === id)!.limitCents)
          for (const [id, { units, cents }] of sells)
            expect(cents).toBeGreaterThanOrEqual(
              units * Math.max(reserve, book.asks.find((one) => one.id === id)!.limitCents),
            )
          expect(keptCents).toBeGreaterThanOrEqual(0)
        },
      ),
    )
  })

  it('refuses half units and books too large', () => {
    const bids = [{ id: 'b', quantity: 0.5, limitCents: 10 }]
    expect(() => clearBook('batch', { bids, asks: [] })).toThrow(InvalidInputError)
    expect(() => clearBook('vcg', { bids: [{ id: 'b', quantity: 25, limitCents: 1 }], asks: [] })).toThrow(
      InvalidInputError,
    )
    for (const mechanism of mechanisms)
      expect(clearBook(mechanism, { bids: [], asks: textbook.asks })).toMatchObject({
        units: 0,
        keptCents: 0,
      })
  })
})

describe('deviations', () => {
  it('find no lie that pays a buyer or seller under McAfee’s rule, nor a buyer under VCG', () => {
    fc.assert(
      fc.property(drawn, (book) => {
        const gain = (mechanism: 'mcafee' | 'vcg', side: 'buy' | 'sell', id: string) => {
          const { best, truth } = deviations(mechanism, book, side, id)
          return best.gainCents - truth.gainCents
        }
        for (const { id } of book.bids) {
          expect(gain('mcafee', 'buy', id)).toBeLessThan(1e-9)
          expect(gain('vcg', 'buy', id)).toBeLessThan(1e-9)
        }
        for (const { id } of book.asks) expect(gain('mcafee', 'sell', id)).toBeLessThan(1e-9)
      }),
      { numRuns: 60 },
    )
  })

  it('find no lie that pays a buyer of several units under VCG, and leave the sellers all of what is paid', () => {
    const sized = drawn.chain((book) =>
      fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 10, maxLength: 10 }).map((sizes) => ({
        bids: book.bids.map((one, k) => ({ ...one, quantity: sizes[k]! })),
        asks: book.asks.map((one, k) => ({ ...one, quantity: sizes[5 + k]! })),
      })),
    )
    fc.assert(
      fc.property(sized, fc.integer({ min: 0, max: 500 }), (book, reserve) => {
        for (const { id } of book.bids) {
          const { best, truth } = deviations('vcg', book, 'buy', id, reserve)
          expect(best.gainCents - truth.gainCents).toBeLessThan(1e-6)
        }
        // the sellers get all of it, none less than asked
        const { keptCents, sells } = clearBook('vcg', book, reserve)
        expect(Math.abs(keptCents)).toBeLessThan(1e-6)
        for (const [id, { units, cents }] of sells) {
          const ask = Math.max(reserve, book.asks.find((one) => one.id === id)!.limitCents)
          expect(cents).toBeGreaterThanOrEqual(units * ask - 1e-6)
        }
      }),
      { numRuns: 60 },
    )
    // two units at 10, one at 6; two for sale at 1: the buyer of two pays what the other would have had, and an ask
    const two = {
      bids: [{ id: 'b1', quantity: 2, limitCents: 10 }, ...orders([6], 'c')],
      asks: orders([1, 1], 's'),
    }
    expect(clearBook('vcg', two).buys.get('b1')).toEqual({ units: 2, cents: 7 })
  })

  it('try every price at which something changes: no other whole cent gains more', () => {
    const small = fc.record({
      bids: fc
        .array(fc.tuple(fc.integer({ min: 1, max: 25 }), fc.integer({ min: 1, max: 2 })), {
          minLength: 1,
          maxLength: 4,
        })
        .map((list) => list.map(([limitCents, quantity], k) => ({ id: `b${k}`, quantity, limitCents }))),
      asks: fc
        .array(fc.tuple(fc.integer({ min: 1, max: 25 }), fc.integer({ min: 1, max: 2 })), {
          minLength: 1,
          maxLength: 4,
        })
        .map((list) => list.map(([limitCents, quantity], k) => ({ id: `s${k}`, quantity, limitCents }))),
    })
    fc.assert(
      fc.property(
        small,
        fc.constantFrom(...mechanisms),
        fc.constantFrom('buy' as const, 'sell' as const),
        fc.integer({ min: 0, max: 15 }),
        (book, mechanism, side, reserve) => {
          const own = (side === 'buy' ? book.bids : book.asks)[0]!
          const { best } = deviations(mechanism, book, side, own.id, reserve)
          for (let told = 1; told <= 52; told++) {
            const lying = (list: readonly SealedOrder[]) =>
              list.map((one) => (one === own ? { ...own, limitCents: told } : one))
            const { buys, sells } = clearBook(
              mechanism,
              { bids: lying(book.bids), asks: lying(book.asks) },
              reserve,
            )
            const fill = (side === 'buy' ? buys : sells).get(own.id)
            const worth = fill ? fill.units * own.limitCents - fill.cents : 0
            expect(side === 'buy' ? worth : -worth).toBeLessThanOrEqual(best.gainCents + 1e-6)
          }
        },
      ),
      { numRuns: 150 },
    )
  })

  it('find the lie that pays where one price is for all: a buyer who shades, a seller who asks for more', () => {
    const book = { bids: orders([100, 90], 'b'), asks: orders([50], 's') }
    expect(clearBook('batch', book).buys.get('b1')).toEqual({ units: 1, cents: 95 })
    const { truth, best } = deviations('batch', book, 'buy', 'b1')
    expect(truth.gainCents).toBe(5)
    // at 90 the two share the margin, and the unit that rounding leaves goes to the first id
    expect(best).toEqual({ toldCents: 90, gainCents: 10 })
    const sole = { bids: orders([100], 'b'), asks: orders([50, 120], 's') }
    expect(deviations('batch', sole, 'sell', 's1').best.gainCents).toBeGreaterThan(
      deviations('batch', sole, 'sell', 's1').truth.gainCents,
    )
  })

  it('find the shill bid that pays the seller of a second-price sale', () => {
    const book = { bids: orders([100, 60], 'b'), asks: orders([10], 's') }
    expect(bestShill('vcg', book, 's1')).toEqual({ toldCents: 100, gainCents: 40 })
    expect(bestShill('mcafee', textbook, 's5')!.gainCents).toBeGreaterThanOrEqual(0)
  })
})
