import { describe, expect, it } from 'vitest'
import { plant, washKinds } from './plant'
import { type Score, score } from './score'
import { simulateMarket } from './simulated-market'

const market = simulateMarket(11)
const found = new Map(washKinds.map((kind) => [kind, score(market, plant(market, kind, 200, 12))]))

describe('planted wash trades', () => {
  it.each(washKinds.slice(0, 7))('“%s” is found', (kind) => {
    expect(found.get(kind)?.detected).toBeGreaterThanOrEqual(0.97)
  })

  it('whoever waits, or uses wallets that nothing links, is not: the cost of moving the price is what stops him', () => {
    for (const kind of washKinds.slice(7)) expect(found.get(kind)?.detected).toBeLessThan(0.05)
  })

  it('wrongs fewer than one honest sale in twenty, in a market that looks guilty', () => {
    for (const { alarms } of found.values()) expect(alarms).toBeLessThan(0.05)
  })

  it('keeps the reference price where planted sales would have moved it', () => {
    for (const kind of washKinds.slice(0, 7)) {
      const { moved, movedWithoutTests } = found.get(kind)!
      expect(Math.abs(moved)).toBeLessThan(0.03)
      expect(movedWithoutTests).toBeGreaterThan(moved)
    }
  })

  it('hears little of positions that come back later, or are handed on and on, and takes little from honest ones', () => {
    const [later, handedOn] = (['back after 45 days', 'unlinked wallets, never back'] as const).map((kind) =>
      score(market, plant(market, kind, 600, 12)),
    ) as [Score, Score]
    expect(later.movedHeardEach).toBeGreaterThan(0.01)
    expect(Math.abs(later.moved)).toBeLessThan(0.01)
    expect(Math.abs(later.shareMoved)).toBeLessThan(0.01)
    expect(handedOn.shareMoved).toBeLessThan(handedOn.movedHeardEach)
    expect(handedOn.quieted).toBeLessThan(0.03)
  })

  it('is the same market for the same seed', () => {
    expect(simulateMarket(11)).toEqual(market)
  })
})
