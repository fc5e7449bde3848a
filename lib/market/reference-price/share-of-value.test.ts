import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InvalidInputError } from '@/lib/core/errors'
import { RandomStream } from '@/lib/math/random/random-stream'
import { normal } from '@/lib/math/random/variates'
import { priceWith } from './cost-of-moving'
import { hearPositionsOnce } from './hear-positions-once'
import { referencePrice } from './reference-price'
import { DAY, type Gift, type Sale } from './sale'
import { costOfMovingShare, shareOfValue, type ValuedSale } from './share-of-value'
import { weighReturns } from './weigh-returns'

const now = 400 * DAY
const none = new Map<string, never[]>()

/** Sales of devices worth 10 to 10,000 dollars, each at about nine tenths of its value, among strangers. */
function market(seed: number, count = 200): ValuedSale[] {
  const stream = new RandomStream(seed)
  return Array.from({ length: count }, (_, k) => {
    const valueUsd = 10 * 1_000 ** stream.uniform()
    return {
      id: `s${k}`,
      position: k,
      time: now - 60 * DAY * stream.uniform(),
      priceUsd: 0.9 * valueUsd * Math.exp(0.15 * normal(stream)),
      valueUsd,
      seller: `seller ${k}`,
      buyer: `buyer ${k}`,
    }
  })
}

describe('shareOfValue', () => {
  it('finds what is paid for a dollar of value where dollars have no one price', () => {
    for (const seed of [1, 2, 3]) {
      const found = shareOfValue(market(seed), none, now)!
      expect(found.share).toBeGreaterThan(0.84)
      expect(found.share).toBeLessThan(0.96)
      expect(found.low).toBeLessThanOrEqual(found.share)
      expect(found.high).toBeGreaterThanOrEqual(found.share)
      const dollars = referencePrice(market(seed), none, now)!
      expect(found.high / found.low).toBeLessThan(dollars.highUsd / dollars.lowUsd)
    }
  })

  it('is the weighted median that a plain count finds', () => {
    // worth 100, 100 and 220: of 420 the middle fifth, 168 to 252, lies 32 in the second and 52 in the dearest
    const sales = [0.5, 0.6, 0.7].map((share, k): ValuedSale => {
      const valueUsd = k === 2 ? 220 : 100
      return {
        id: `${k}`,
        position: k,
        time: now,
        priceUsd: share * valueUsd,
        valueUsd,
        seller: `s${k}`,
        buyer: `b${k}`,
      }
    })
    expect(shareOfValue(sales, none, now)?.share).toBeCloseTo((0.6 * 32 + 0.7 * 52) / 84, 12)
    expect(shareOfValue(sales.slice(0, 2), none, now)?.share).toBeCloseTo(0.55, 12)
  })

  it('is the same in another currency, and does not move with what all values do', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.double({ min: 0.5, max: 40, noNaN: true }),
        (seed, by) => {
          const sales = market(seed, 40)
          const other = sales.map((sale) => ({
            ...sale,
            priceUsd: sale.priceUsd * by,
            valueUsd: sale.valueUsd! * by,
          }))
          expect(shareOfValue(other, none, now)!.share).toBeCloseTo(shareOfValue(sales, none, now)!.share, 9)
        },
      ),
      { numRuns: 30 },
    )
  })

  it('counts no sale without a value, and says how many there were', () => {
    const sales = market(4, 10).map((sale, k) => ({ ...sale, valueUsd: k < 3 ? undefined : k < 5 ? 0 : 80 }))
    expect(shareOfValue(sales, none, now)).toMatchObject({ sales: 5, unvalued: 5 })
    expect(shareOfValue(sales.slice(0, 3), none, now)).toBeUndefined()
    const marked = new Map([['s9', []]])
    expect(shareOfValue(sales, marked, now)).toMatchObject({ sales: 4, unvalued: 5 })
  })
})

describe('costOfMovingShare', () => {
  it('is the least value that does it: so much does, a hundredth less does not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.constantFrom(0.05, -0.05), (seed, by) => {
        const found = shareOfValue(market(seed), none, now)!
        const cost = costOfMovingShare(found, by, 100)!
        const value = cost.capitalUsd / cost.atUsd
        const reaches = (volume: number) => {
          const share = priceWith(found.basis, cost.atUsd, Array(20).fill(volume / 20))
          return by > 0 ? share >= cost.targetUsd - 1e-9 : share <= cost.targetUsd + 1e-9
        }
        expect(reaches(value)).toBe(true)
        expect(reaches(0.99 * value)).toBe(false)
        expect(cost.undetectedUsd).toBeCloseTo(0.01 * cost.capitalUsd, 9)
      }),
      { numRuns: 20 },
    )
    expect(() => costOfMovingShare(shareOfValue(market(1), none, now)!, 0, 100)).toThrow(InvalidInputError)
  })

  it('costs something where the weights balance at a gap, and dust moves nothing', () => {
    // three at nine tenths and three at twelve: any price between them is a median, a grain more is not another price
    const sales = [0.88, 0.9, 0.92, 1.2, 1.22, 1.24].map((share, k): ValuedSale => {
      const [seller, buyer] = [`s${k}`, `b${k}`]
      return { id: `${k}`, position: k, time: now, priceUsd: 100 * share, valueUsd: 100, seller, buyer }
    })
    const found = shareOfValue(sales, none, now)!
    expect(found.share).toBeCloseTo(1.06, 9)
    for (const by of [0.05, -0.05]) expect(costOfMovingShare(found, by, 100)!.capitalUsd).toBeGreaterThan(20)
    const dust = Array(100).fill(0.001)
    expect(priceWith(found.basis, 2, dust)).toBeCloseTo(1.06, 2)
  })

  it('is no less with cheap devices than with dear ones', () => {
    const found = shareOfValue(market(5), none, now)!
    const { targetUsd, atUsd, capitalUsd, sales } = costOfMovingShare(found, 0.05, 100)!
    // as many sales of devices worth ten dollars as the figure asks for of typical ones do nothing
    const cheap = Array(sales).fill(10)
    expect(priceWith(found.basis, atUsd, cheap)).toBeLessThan(targetUsd)
    const many = Array(Math.floor((0.98 * capitalUsd) / atUsd / 10)).fill(10)
    expect(priceWith(found.basis, atUsd, many)).toBeLessThan(targetUsd)
  })
})

describe('hearPositionsOnce', () => {
  it('lets the sales of a position weigh together what the heaviest does', () => {
    const of = (position: number) => ({ position })
    expect(hearPositionsOnce([of(1), of(2), of(2), of(2)], [1, 1, 0.5, 0.5])).toEqual([1, 0.5, 0.25, 0.25])
    expect(hearPositionsOnce([of(1)], [0])).toEqual([0])
  })
})

describe('weighReturns', () => {
  const sold = (id: string, seller: string, buyer: string, day: number): Sale => {
    return { id, position: 1, time: day * DAY, priceUsd: 100, seller, buyer }
  }
  const weigh = (sales: Sale[], gifts: Gift[] = []) => [...weighReturns(sales, gifts)]

  it('grows from nothing after thirty days to the whole after a year, for every sale of the loop', () => {
    const back = (day: number) =>
      weigh([sold('a', 'x', 'y', 0), sold('b', 'y', 'z', 1), sold('c', 'z', 'x', day)])
    expect(back(20)).toEqual([
      ['a', 0.02],
      ['b', 0.02],
      ['c', 0.02],
    ])
    expect(back(30 + 335 / 2)).toEqual([
      ['a', 0.5],
      ['b', 0.5],
      ['c', 0.5],
    ])
    expect(back(365)).toEqual([])
  })

  it('knows gifts, and leaves alone what never comes back', () => {
    const given = { position: 1, from: 'y', to: 'x', time: (30 + 335 / 4) * DAY }
    expect(weigh([sold('a', 'x', 'y', 0)], [given])).toEqual([['a', 0.25]])
    expect(weigh([sold('a', 'x', 'y', 0)], [{ ...given, position: 2 }])).toEqual([])
    expect(weigh([sold('a', 'x', 'y', 0), sold('b', 'y', 'z', 40)], [])).toEqual([])
  })
})
