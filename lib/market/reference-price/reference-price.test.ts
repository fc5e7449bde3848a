import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InvalidInputError } from '@/lib/core/errors'
import { RandomStream } from '@/lib/math/random/random-stream'
import { normal } from '@/lib/math/random/variates'
import { capWeights } from './cap-weights'
import { costOfMoving, priceWith } from './cost-of-moving'
import { markWashSales, WASH_RULES } from './mark-wash-sales'
import { isEnough, referencePrice, weightedQuantile } from './reference-price'
import { DAY, type Funding, type Sale } from './sale'
import { indexFunding, traceFunding } from './trace-funding'
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

  it('has a median that is the usual one of few equal sales, and that never steps', () => {
    const middle = (prices: number[]) =>
      weightedQuantile(
        prices.map((priceUsd) => ({ priceUsd, weight: 1 })),
        0.5,
      )
    expect(middle([1, 2, 3, 4, 100])).toBeCloseTo(3, 12)
    expect(middle([1, 2, 3, 5, 90, 100])).toBeCloseTo(4, 12)
    // scipy.stats.trim_mean(range(1, 21), 0.4)
    expect(middle(Array.from({ length: 20 }, (_, k) => k + 1))).toBeCloseTo(10.5, 12)
    expect(middle([1, 1, 1, 1, 1, 1, 1e9, 1e9, 1e9, 1e9])).toBe(1)
    const at = (price: number, weight: number) =>
      weightedQuantile(
        [
          { priceUsd: 1, weight: 1 },
          { priceUsd: price, weight },
          { priceUsd: 9, weight: 1 },
        ],
        0.5,
      )
    for (const price of [1, 5.5, 9]) expect(Math.abs(at(price, 0.001) - at(price, 0))).toBeLessThan(0.05)
  })
})

describe('capWeights', () => {
  const sale = (id: number, position: number, seller: string, buyer: string): Sale => ({
    id: `s${id}`,
    position,
    time: now,
    priceUsd: 100,
    seller,
    buyer,
  })
  const caps = { accountShare: 0.2, positionShare: 0.2 }

  it('holds every account and position to its share, where enough trade', () => {
    // half of all sales are one account's, a third one position's
    const sales = Array.from({ length: 60 }, (_, k) =>
      sale(k, k % 3 === 0 ? 0 : k, k % 2 === 0 ? 'whale' : `s${k}`, `b${k}`),
    )
    const weights = capWeights(
      sales,
      sales.map(() => 1),
      caps,
    )
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    const share = (of: (one: Sale) => boolean) =>
      sales.reduce((sum, one, k) => sum + (of(one) ? weights[k]! : 0), 0) / total
    expect(share(({ seller }) => seller === 'whale')).toBeLessThanOrEqual(0.201)
    expect(share(({ position }) => position === 0)).toBeLessThanOrEqual(0.201)
    expect(Math.max(...weights)).toBe(1)
  })

  it('lets few accounts weigh what equal ones would, and a fresh sale still one', () => {
    const sales = [0, 1, 2, 3].map((k) => sale(k, k, `s${k % 2}`, `b${k % 2}`))
    expect(
      capWeights(
        sales,
        sales.map(() => 1),
        caps,
      ),
    ).toEqual([1, 1, 1, 1])
  })
})

describe('isEnough', () => {
  it('takes five sales worth more than log₂ 20 equal ones', () => {
    const sales = Array.from({ length: 5 }, (_, k): Sale => {
      return { id: `s${k}`, position: k, time: now, priceUsd: 100 + k, seller: `s${k}`, buyer: `b${k}` }
    })
    expect(isEnough(referencePrice(sales, new Map(), now)!)).toBe(true)
    expect(isEnough(referencePrice(sales.slice(1), new Map(), now)!)).toBe(false)
    const old = sales.map((sale, k) => ({ ...sale, time: now - k * 60 * DAY }))
    expect(isEnough(referencePrice(old, new Map(), now)!)).toBe(false)
  })
})

describe('costOfMoving', () => {
  it('takes as many sales as move the price, and one fewer does not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.constantFrom(0.05, -0.05, 0.2), (seed, by) => {
        const price = referencePrice(honestMarket(seed).sales, new Map(), now)!
        const { sales, accounts, positions, targetUsd, atUsd, undetectedUsd, capitalUsd, honestUsd } =
          costOfMoving(price, by, 100)!
        expect(undetectedUsd).toBeCloseTo(sales * 0.01 * atUsd, 9)
        // a position is heard once: as many must be owned as are sold
        expect(positions).toBe(sales)
        expect(capitalUsd).toBeCloseTo(sales * atUsd, 9)
        expect(accounts).toBe(2 * sales)
        expect(honestUsd).toBeGreaterThan(undetectedUsd)
        const reaches = (count: number) => {
          const moved = priceWith(price, atUsd, Array(count).fill(1))
          return by > 0 ? moved >= targetUsd - 1e-9 : moved <= targetUsd + 1e-9
        }
        expect(reaches(sales)).toBe(true)
        if (sales > 1) expect(reaches(sales - 1)).toBe(false)
      }),
      { numRuns: 40 },
    )
    expect(() => costOfMoving(referencePrice(honestMarket(1).sales, new Map(), now)!, 0, 100)).toThrow(
      InvalidInputError,
    )
  })

  it('one position handed on and on does not do what as many positions do', () => {
    const { sales: honest } = honestMarket(3)
    const price = referencePrice(honest, new Map(), now)!
    const { sales, targetUsd: target, atUsd } = costOfMoving(price, 0.3, 100)!
    const handedOn = Array.from({ length: 20 * sales }, (_, k): Sale => {
      return {
        id: `h${k}`,
        position: -1,
        time: now,
        priceUsd: atUsd,
        seller: `own ${k}`,
        buyer: `own ${k + 1}`,
      }
    })
    expect(referencePrice([...honest, ...handedOn], new Map(), now)!.priceUsd).toBeLessThan(target)
  })
})

describe('traceFunding', () => {
  const funding = (from: string, to: string, amountUsd: number, time: number): Funding => {
    return { from, to, amountUsd, time }
  }
  const trace = (list: Funding[], account: string) =>
    traceFunding(indexFunding(list), account, 0, 100, { hops: 3, senders: 50, publicSources: new Set(['x']) })

  it('adds up what was split, and counts no more than had come in before', () => {
    const split = [1, 2, 3].flatMap((k) => [funding('a', `m${k}`, 30, 10), funding(`m${k}`, 'b', 25, 20)])
    expect(trace(split, 'b').get('a')).toEqual({ amountUsd: 75, hops: 2 })
    expect(trace([funding('a', 'm', 5, 10), funding('m', 'b', 500, 20)], 'b').get('a')?.amountUsd).toBe(5)
    // it came in only after it was passed on
    expect(trace([funding('a', 'm', 500, 30), funding('m', 'b', 500, 20)], 'b').has('a')).toBe(false)
  })

  it('stops at public sources, at the last transfer followed, and in circles', () => {
    expect(trace([funding('a', 'x', 9, 1), funding('x', 'b', 9, 2)], 'b').has('a')).toBe(false)
    const chain = ['a', 'm', 'n', 'o', 'b'].map((to, k) => funding(['z', 'a', 'm', 'n', 'o'][k]!, to, 9, k))
    expect([...trace(chain, 'b').keys()]).toEqual(['o', 'n', 'm'])
    const circle = [funding('a', 'b', 9, 1), funding('b', 'a', 9, 2), funding('a', 'b', 9, 3)]
    expect([...trace(circle, 'b')]).toEqual([['a', { amountUsd: 18, hops: 1 }]])
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
