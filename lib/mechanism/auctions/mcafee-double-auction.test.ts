import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InvalidInputError } from '@/lib/core/errors'
import { mcafeeDoubleAuction } from './mcafee-double-auction'

const prices = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 6 })

describe('mcafeeDoubleAuction', () => {
  it('clears the textbook book: 2 trades, price in [85, 90]', () => {
    const book = mcafeeDoubleAuction([100, 90, 80, 70, 60], [80, 85, 95, 100, 110])
    expect(book.efficientTrades).toBe(2)
    expect(book.clearing).toEqual({ low: 85, high: 90 })
    expect(book).toMatchObject({ trades: 2, buyerPrice: 87.5, sellerPrice: 87.5, surplus: 0 })
  })

  it('rewards no lie of a buyer or a seller, and never runs at a loss', () => {
    fc.assert(
      fc.property(prices, prices, fc.integer({ min: 0, max: 40 }), (bids, asks, lie) => {
        const honest = mcafeeDoubleAuction(bids, asks)
        expect(honest.surplus).toBeGreaterThanOrEqual(0)
        expect(honest.efficientTrades - honest.trades).toBeLessThanOrEqual(1)
        // one trader whose price no other shares, so that it is plain who trades
        const [bid, ask] = [41.5, -0.5 + Math.min(...asks)].map((value, k) =>
          k === 0 ? value : Math.max(0, value),
        )
        const others = mcafeeDoubleAuction([...bids, bid!], asks)
        const shaded = mcafeeDoubleAuction([...bids, lie + 0.25], asks)
        const won = (outcome: typeof others, own: number, all: number[]) =>
          all.filter((price) => price > own).length < outcome.trades
        const gain = (outcome: typeof others, told: number) =>
          won(outcome, told, bids) ? bid! - outcome.buyerPrice! : 0
        expect(gain(shaded, lie + 0.25)).toBeLessThanOrEqual(gain(others, bid!) + 1e-9)
        const asked = mcafeeDoubleAuction(bids, [...asks, ask!])
        const raised = mcafeeDoubleAuction(bids, [...asks, lie + 0.25])
        const sold = (outcome: typeof asked, own: number) =>
          asks.filter((price) => price < own).length < outcome.trades ? outcome.sellerPrice! - ask! : 0
        if (!asks.includes(ask!))
          expect(sold(raised, lie + 0.25)).toBeLessThanOrEqual(sold(asked, ask!) + 1e-9)
      }),
      { numRuns: 400 },
    )
  })

  it('refuses prices that are none', () => {
    expect(() => mcafeeDoubleAuction([Number.NaN], [1])).toThrow(InvalidInputError)
    expect(mcafeeDoubleAuction([1], [2])).toMatchObject({ trades: 0, clearing: undefined })
  })
})
