import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InvalidInputError } from '@/lib/core/errors'
import { RandomStream } from '@/lib/math/random/random-stream'
import { normal } from '@/lib/math/random/variates'
import { costOfMoving } from './cost-of-moving'
import { markWashSales, WASH_RULES } from './mark-wash-sales'
import { referencePrice, weightedQuantile } from './reference-price'
import { DAY, type Funding, type Sale } from './sale'
import { chiSquareTail8, tradeSizeTests } from './trade-size-tests'

const now = 400 * DAY

/** 300 honest sales about 100 dollars among 120 accounts, each funded by a faucet or by itself. */
function honestMarket(seed: number): { sales: Sale[]; funding: Funding[] } {
  const stream = new RandomStream(seed)
  const owner = new Map<number, number>()
  const sales: Sale[] = []
  const funding: Funding[] = []
  for (let k = 0; k < 300; k++) {
    const position = Math.floor(stream.uniform() * 250)
    const seller = owner.get(position) ?? Math.floor(stream.uniform() * 120)
    const buyer = (seller + 1 + Math.floor(stream.uniform() * 118)) % 120
    const time = now - 90 * DAY + (k * 90 * DAY) / 300
    owner.set(position, buyer)
    sales.push({
      id: `s${k}`,
      position,
      time,
      priceUsd: 100 * Math.exp(0.15 * normal(stream)),
      buyer: `a${buyer}`,
      seller: `a${seller}`,
    })
    funding.push({ from: 'faucet', to: `a${buyer}`, amountUsd: 500, time: time - DAY })
  }
  return { sales, funding }
}

/** A ring of three accounts that passes ten positions round at three times the price, paid for by one backer. */
function plantedRing(count: number): { sales: Sale[]; funding: Funding[] } {
  const sales = Array.from({ length: count }, (_, k): Sale => {
    const step = Math.floor(k / 10)
    return {
      id: `w${k}`,
      position: 1_000 + (k % 10),
      time: now - 20 * DAY + k * 3_600,
      priceUsd: 300,
      seller: `ring${step % 3}`,
      buyer: `ring${(step + 1) % 3}`,
    }
  })
  const funding = [0, 1, 2].map((k) => ({
    from: 'backer',
    to: `ring${k}`,
    amountUsd: 5_000,
    time: now - 21 * DAY,
  }))
  return { sales, funding }
}

const rules = { ...WASH_RULES, publicSources: new Set(['faucet']) }

describe('markWashSales', () => {
  it('finds planted wash trades and leaves honest sales alone', () => {
    for (const seed of [1, 2, 3]) {
      const [honest, ring] = [honestMarket(seed), plantedRing(60)]
      const marks = markWashSales(
        [...honest.sales, ...ring.sales],
        [...honest.funding, ...ring.funding],
        rules,
      )
      const found = ring.sales.filter(({ id }) => marks.has(id)).length
      const wronged = honest.sales.filter(({ id }) => marks.has(id)).length
      expect(found / 60).toBeGreaterThanOrEqual(0.95)
      expect(wronged / 300).toBeLessThanOrEqual(0.02)
    }
  })

  it('names the test that speaks', () => {
    const sale = { id: 'x', position: 1, time: now, priceUsd: 100, buyer: 'b', seller: 's' }
    const marksOf = (sales: Sale[], funding: Funding[] = []) =>
      markWashSales(sales, funding, rules)
        .get('x')
        ?.map((mark) => ('kind' in mark ? mark.kind : mark.test))
    const paid = (from: string, to: string, time: number, amountUsd = 30) => ({ from, to, time, amountUsd })
    expect(marksOf([sale])).toBeUndefined()
    expect(marksOf([{ ...sale, buyer: 's' }])).toEqual(['self-fill'])
    expect(marksOf([sale, { ...sale, id: 'y', time: now + DAY, buyer: 's', seller: 'b' }])).toEqual([
      'round-trip',
    ])
    expect(
      marksOf([sale, { ...sale, id: 'y', time: now + 60 * DAY, buyer: 's', seller: 'b' }]),
    ).toBeUndefined()
    expect(marksOf([sale], [paid('s', 'b', now - DAY)])).toEqual(['seller funded buyer'])
    expect(marksOf([sale], [paid('s', 'b', now - DAY, 10)])).toBeUndefined()
    expect(marksOf([sale], [paid('s', 'b', now + DAY)])).toEqual(['price came back'])
    const shared = (source: string) => [paid(source, 's', now - DAY), paid(source, 'b', now - DAY)]
    expect(marksOf([sale], shared('backer'))).toEqual(['same source'])
    expect(marksOf([sale], shared('faucet'))).toBeUndefined()
  })
})

describe('referencePrice', () => {
  it('stands where the honest sales stand, planted wash trades or not', () => {
    const [honest, ring] = [honestMarket(7), plantedRing(60)]
    const all = [...honest.sales, ...ring.sales]
    const marks = markWashSales(all, [...honest.funding, ...ring.funding], rules)
    const price = referencePrice(all, marks, now)!
    expect(price.priceUsd).toBeGreaterThan(96)
    expect(price.priceUsd).toBeLessThan(104)
    expect(price.leftOut).toBeGreaterThanOrEqual(57)
    expect(price.lowUsd).toBeLessThan(price.priceUsd)
    expect(price.highUsd).toBeGreaterThan(price.priceUsd)
    // and one account cannot carry it, even unmarked
    expect(referencePrice(all, new Map(), now)!.priceUsd).toBeLessThan(110)
  })

  it('holds 100 about nine times in ten', () => {
    let held = 0
    for (let seed = 1; seed <= 100; seed++) {
      const { lowUsd, highUsd } = referencePrice(honestMarket(seed).sales, new Map(), now)!
      if (lowUsd <= 100 && highUsd >= 100) held += 1
    }
    expect(held).toBeGreaterThanOrEqual(80)
    expect(held).toBeLessThanOrEqual(98)
  })

  it('does not count what comes later, and has nothing to say without sales', () => {
    const { sales } = honestMarket(9)
    const half = now - 45 * DAY
    expect(referencePrice(sales, new Map(), half)).toEqual(
      referencePrice(
        sales.filter(({ time }) => time <= half),
        new Map(),
        half,
      ),
    )
    expect(referencePrice([], new Map(), now)).toBeUndefined()
    expect(
      weightedQuantile(
        [
          { priceUsd: 1, weight: 1 },
          { priceUsd: 3, weight: 1 },
        ],
        0.5,
      ),
    ).toBe(2)
  })
})

describe('costOfMoving', () => {
  it('takes as many sales as move the median, and one fewer does not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.constantFrom(0.05, -0.05, 0.2), (seed, by) => {
        const { sales } = honestMarket(seed)
        const price = referencePrice(sales, new Map(), now)!
        const { sales: needed, targetUsd, undetectedUsd, honestUsd } = costOfMoving(price, by, 100)
        expect(undetectedUsd).toBeCloseTo(needed * 0.01 * targetUsd, 9)
        expect(honestUsd).toBeGreaterThan(undetectedUsd)
        const moved = (count: number) => {
          const added = Array.from({ length: count }, () => ({ priceUsd: targetUsd, weight: 1 }))
          return weightedQuantile(
            [...price.weighted, ...added].sort((a, b) => a.priceUsd - b.priceUsd),
            0.5,
          )
        }
        const reaches = (value: number) => (by > 0 ? value >= targetUsd : value <= targetUsd)
        expect(reaches(moved(needed))).toBe(true)
        if (needed > 1) expect(reaches(moved(needed - 1))).toBe(false)
      }),
    )
    expect(() => costOfMoving(referencePrice(honestMarket(1).sales, new Map(), now)!, 0, 100)).toThrow(
      InvalidInputError,
    )
  })
})

describe('tradeSizeTests', () => {
  const stream = new RandomStream(5)
  // people: a heavy tail over decades, half of them in round figures
  const people = Array.from({ length: 3_000 }, () => {
    const size = Math.ceil(150 * stream.uniform() ** (-1 / 1.5))
    return stream.uniform() < 0.5 ? Math.max(100, Math.round(size / 100) * 100) : size
  })
  const program = Array.from({ length: 3_000 }, () => 4_000 + Math.floor(3_000 * stream.uniform()))

  it('speaks against sizes a program drew, and not against rounding and tail of people’s', () => {
    expect(tradeSizeTests(program)).toMatchObject({ against: 3 })
    const { rounding, tail } = tradeSizeTests(people)!
    expect(rounding.t).toBeGreaterThan(1.645)
    expect(tail.isParetoLevy).toBe(true)
    const wide = Array.from({ length: 3_000 }, () => Math.ceil(10 ** (2 + 5 * stream.uniform())))
    expect(tradeSizeTests(wide)!.firstDigit.p).toBeGreaterThan(0.01)
  })

  it('says nothing below two hundred sales', () => {
    expect(tradeSizeTests(people.slice(0, 199))).toBeUndefined()
    expect(() => tradeSizeTests([1.5])).toThrow(InvalidInputError)
    // tables: χ²₈ at 5 % is 15.507
    expect(chiSquareTail8(15.507)).toBeCloseTo(0.05, 4)
  })
})
