import { describe, expect, it } from 'vitest'
import { type CirculationInput, circulationOfNetworks } from './circulation-of-networks'
import { circulationAt, circulationByLevel, circulationCases, circulationRange } from './circulation-range'

const network = (slug: string, nodes: number, poolUsd: number): CirculationInput => ({
  slug,
  category: 'compute',
  nodes,
  poolUsd,
  compatibility: 0.4,
  switchingCostUsd: 20,
  switchingMonths: 0.5,
  rewardTransfer: 0.25,
})
const networks = [network('rich', 1_000, 400_000), network('poor', 9_000, 300_000)]
const range = circulationRange(circulationCases().map((at) => circulationAt(networks, at)))

describe('circulationRange', () => {
  it('holds every case, and the extremes are cases', () => {
    expect(range.cases).toHaveLength(81)
    const gains = range.cases.map(({ gainUsd }) => gainUsd)
    expect(gains).toContain(range.lowUsd)
    expect(gains).toContain(range.highUsd)
    for (const gain of gains) expect(gain >= range.lowUsd && gain <= range.highUsd).toBe(true)
  })

  it('creates nothing where every pool is fixed: what is left is the cost of switching', () => {
    expect(range.fixedHighUsd).toBeLessThanOrEqual(1e-6)
    expect(range.fixedLowUsd).toBeLessThan(0)
    expect(range.highUsd).toBeGreaterThan(0)
  })

  it('tells the gap at each value of an assumption: together they are the whole range', () => {
    const levels = circulationByLevel(range.cases, 'elasticity')
    expect(levels.map(({ level }) => level)).toEqual([0, 0.4, 0.8])
    expect(Math.min(...levels.map(({ lowUsd }) => lowUsd))).toBe(range.lowUsd)
    expect(Math.max(...levels.map(({ highUsd }) => highUsd))).toBe(range.highUsd)
    expect(levels[0]).toMatchObject({ lowUsd: range.fixedLowUsd, highUsd: range.fixedHighUsd })
    for (const { level, middleUsd } of levels)
      expect(
        circulationAt(networks, { elasticity: level, compatible: 1, cost: 1, transfer: 1 }).gainUsd,
      ).toBe(middleUsd)
  })

  it('is decided by whether pools grow', () => {
    expect(range.swings[0]?.name).toBe('elasticity')
    expect(range.swings.map(({ usd }) => usd)).toEqual(
      range.swings.map(({ usd }) => usd).toSorted((a, b) => b - a),
    )
  })

  it('counts a moved device as what it earns: the pool of the network it goes to is shared by weight', () => {
    const gap = circulationOfNetworks(networks, { elasticity: 0, compatible: 2.5, months: 1_200 })
    const moved = gap.spread[1]![0]!
    const weight = (300_000 / 9_000 / 400) ** 0.75
    // at rest no device gains by moving on: its part of the pool there is what is left for those who stay
    const there = (weight * 400_000) / (1_000 + weight * moved)
    const here = 300_000 / (9_000 - moved)
    const costUsd = (20 + 0.5 * (300_000 / 9_000)) / 1_200
    expect(there - costUsd).toBeCloseTo(here, 2)
    expect(gap.regretUsd).toBeLessThan(0.01)
  })

  it('gains less for movers who see less of the gap', () => {
    const movers = (transfer: number) =>
      circulationAt(networks, { elasticity: 0.3, compatible: 1, cost: 1, transfer }).moversUsd
    expect(movers(0.5)).toBeLessThan(movers(1))
    expect(movers(1)).toBeLessThan(movers(1.5))
  })
})
