import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InvalidInputError } from '@/lib/core/errors'
import { type BatchOrder, clearUniformPrice } from './uniform-price-batch'

const orders = fc
  .array(fc.tuple(fc.bigInt({ min: 1n, max: 9n }), fc.bigInt({ min: 1n, max: 12n })), { maxLength: 7 })
  .map((list) => list.map(([quantity, limit], k) => ({ id: `o${k}`, quantity, limit })))
const order = (id: string, quantity: bigint, limit: bigint) => ({ id, quantity, limit })
const ascending = (a: bigint, b: bigint) => Number(a - b)
const sum = (fills: readonly { quantity: bigint }[]) =>
  fills.reduce((total, fill) => total + fill.quantity, 0n)
const willing = (list: readonly BatchOrder[], side: 'buy' | 'sell', price: bigint) =>
  sum(list.filter(({ limit }) => (side === 'buy' ? limit >= price : limit <= price)))

describe('clearUniformPrice', () => {
  it('agrees with the textbook double auction: 2 trades, price in [85, 90]', () => {
    const bids = [100n, 90n, 80n, 70n, 60n].map((limit, k) => order(`b${k}`, 1n, limit))
    const asks = [80n, 85n, 95n, 100n, 110n].map((limit, k) => order(`s${k}`, 1n, limit))
    expect(clearUniformPrice(bids, asks)).toMatchObject({ volume: 2n, price: 87n })
  })

  it('shares the margin pro rata, rounded down, and gives the rest in the order of ids', () => {
    const bids = [order('a', 5n, 10n), order('c', 3n, 10n), order('b', 3n, 10n), order('z', 2n, 11n)]
    const result = clearUniformPrice(bids, [order('s', 10n, 4n)])
    expect(result.price).toBe(10n)
    // 8 left for 11 asked: 3.63, 2.18, 2.18 → 3, 2, 2 and one more to a
    expect(result.buys).toEqual([
      { id: 'z', quantity: 2n },
      { id: 'a', quantity: 4n },
      { id: 'b', quantity: 2n },
      { id: 'c', quantity: 2n },
    ])
  })

  it('puts the price on the side that is left over, and asks up to the reserve', () => {
    expect(clearUniformPrice([order('b', 10n, 100n)], [order('s', 5n, 50n)]).price).toBe(100n)
    expect(clearUniformPrice([order('b', 5n, 100n)], [order('s', 10n, 50n)]).price).toBe(50n)
    expect(clearUniformPrice([order('b', 5n, 100n)], [order('s', 5n, 50n)]).price).toBe(75n)
    expect(clearUniformPrice([order('b', 5n, 100n)], [order('s', 10n, 50n)], 80n).price).toBe(80n)
    expect(clearUniformPrice([order('b', 5n, 70n)], [order('s', 10n, 50n)], 80n).price).toBeUndefined()
  })

  it('trades the most any price allows, leaves the least, exceeds no limit, and ignores the order of orders', () => {
    fc.assert(
      fc.property(orders, orders, fc.bigInt({ min: 0n, max: 6n }), (bids, asks, reserve) => {
        const { price, volume, buys, sells } = clearUniformPrice(bids, asks, reserve)
        const floored = asks.map((ask) => ({ ...ask, limit: [ask.limit, reserve].sort(ascending)[1]! }))
        const at = (p: bigint) => {
          const [demand, supply] = [willing(bids, 'buy', p), willing(floored, 'sell', p)]
          return {
            volume: [demand, supply].sort(ascending)[0]!,
            gap: demand < supply ? supply - demand : demand - supply,
          }
        }
        const prices = Array.from({ length: 14 }, (_, p) => at(BigInt(p)))
        const most = prices
          .map((one) => one.volume)
          .sort(ascending)
          .at(-1)!
        expect([volume, sum(buys), sum(sells)]).toEqual([most, most, most])
        if (price === undefined) return
        const least = prices.filter((one) => one.volume === most).reduce((a, b) => (b.gap < a.gap ? b : a))
        expect(at(price)).toEqual(least)
        const limits = new Map(bids.map(({ id, limit, quantity }) => [id, { limit, quantity }]))
        for (const { id, quantity } of buys) {
          expect(
            limits.get(id)!.limit >= price && quantity <= limits.get(id)!.quantity && quantity > 0n,
          ).toBe(true)
        }
        for (const { id, quantity } of sells) {
          const ask = floored.find((one) => one.id === id)!
          expect(ask.limit <= price && quantity <= ask.quantity && quantity > 0n).toBe(true)
        }
        // who bids above the price is served whole
        for (const { id, limit, quantity } of bids)
          if (limit > price) expect(buys.find((fill) => fill.id === id)?.quantity).toBe(quantity)
        for (const { id, limit, quantity } of floored)
          if (limit < price) expect(sells.find((fill) => fill.id === id)?.quantity).toBe(quantity)
        const sorted = (fills: readonly { id: string }[]) => fills.toSorted((a, b) => (a.id < b.id ? -1 : 1))
        const again = clearUniformPrice(bids.toReversed(), asks.toReversed(), reserve)
        expect([again.price, sorted(again.buys), sorted(again.sells)]).toEqual([
          price,
          sorted(buys),
          sorted(sells),
        ])
      }),
      { numRuns: 1_000 },
    )
  })

  it('takes the price that going through every price finds by the rule', () => {
    fc.assert(
      fc.property(orders, orders, fc.bigInt({ min: 1n, max: 6n }), (bids, asks, reserve) => {
        const floored = asks.map((ask) => ({ ...ask, limit: [ask.limit, reserve].sort(ascending)[1]! }))
        const all = Array.from({ length: 12 }, (_, k) => {
          const price = BigInt(k + 1)
          const [demand, supply] = [willing(bids, 'buy', price), willing(floored, 'sell', price)]
          return { price, volume: [demand, supply].sort(ascending)[0]!, excess: demand - supply }
        })
        const most = all
          .map(({ volume }) => volume)
          .sort(ascending)
          .at(-1)!
        const gap = ({ excess }: { excess: bigint }) => (excess < 0n ? -excess : excess)
        const least = all
          .filter(({ volume }) => volume === most)
          .map(gap)
          .sort(ascending)[0]!
        const fit = all.filter((one) => one.volume === most && gap(one) === least)
        const short = fit.filter(({ excess }) => excess > 0n).map(({ price }) => price)
        const [low, high] = [fit[0]!.price, fit.at(-1)!.price]
        const byRule = short.at(-1) ?? (least === 0n ? (low + high) / 2n : low)
        expect(clearUniformPrice(bids, asks, reserve).price).toBe(most === 0n ? undefined : byRule)
      }),
      { numRuns: 1_000 },
    )
  })

  it('gives each order at the price its pro-rata share to within a unit, and an earlier id never less', () => {
    fc.assert(
      fc.property(orders, orders, (bids, asks) => {
        const { price, volume, buys } = clearUniformPrice(bids, asks)
        if (price === undefined) return
        const margin = bids.filter(({ limit }) => limit === price)
        const left = volume - sum(bids.filter(({ limit }) => limit > price))
        const asked = sum(margin)
        const shares = margin.map(({ id, quantity }) => ({
          id,
          exact: quantity * left,
          got: buys.find((fill) => fill.id === id)?.quantity ?? 0n,
          quantity,
        }))
        for (const { exact, got } of shares) {
          const off = got * asked - exact
          expect(off > -asked && off < asked).toBe(true)
        }
        for (const a of shares)
          for (const b of shares)
            if (a.id < b.id && a.quantity === b.quantity) expect(a.got >= b.got).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })

  it('refuses orders for nothing and ids used twice', () => {
    expect(() => clearUniformPrice([order('a', 0n, 1n)], [])).toThrow(InvalidInputError)
    expect(() => clearUniformPrice([], [order('a', 1n, 1n), order('a', 1n, 1n)])).toThrow(InvalidInputError)
  })
})
