import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exampleEngineInputs } from './example-engine-inputs'
import { holdFor } from './hold-for'
import { valueOverTime } from './value-over-time'
import { valueWithEngine } from './value-with-engine'
import { asValued, whatIf } from './what-if'

const settings = { seed: 4, paths: 1024, policyPaths: 256 }
const run = valueWithEngine(exampleEngineInputs({ horizon: 24 }), settings)
const plain = asValued(run)

describe('a what-if', () => {
  it('changes nothing where nothing is changed', () => {
    const again = whatIf(run, plain)
    expect(again.value).toBeCloseTo(run.value, 9)
    expect(again.p50).toBeCloseTo(Number(run.valuation.p50) / 100, 1)
    expect(again.standardError).toBe(0)
  })

  it('rises with price, uptime and growth, and falls with the cost, whatever else is changed (fuzz)', () => {
    const changes = fc.record({
      price: fc.double({ min: 0.1, max: 4, noNaN: true }),
      growth: fc.double({ min: -0.5, max: 0.5, noNaN: true }),
      uptime: fc.double({ min: 0.1, max: 1, noNaN: true }),
      cost: fc.double({ min: 0, max: 3, noNaN: true }),
      months: fc.integer({ min: 1, max: 24 }),
    })
    const cache = new Map()
    const value = (change: typeof plain) => whatIf(run, change, cache).value
    fc.assert(
      fc.property(changes, (change) => {
        const here = value(change)
        expect(value({ ...change, price: change.price * 1.1 })).toBeGreaterThanOrEqual(here - 1e-9)
        expect(value({ ...change, uptime: change.uptime * 1.1 })).toBeGreaterThanOrEqual(here - 1e-9)
        expect(value({ ...change, growth: change.growth + 0.1 })).toBeGreaterThanOrEqual(here - 1e-9)
        expect(value({ ...change, cost: change.cost + 0.1 })).toBeLessThanOrEqual(here + 1e-9)
      }),
      { numRuns: 40, seed: 5 },
    )
  })

  it('refuses a holding period beyond the horizon or of no months', () => {
    for (const months of [0, 25, 1.5]) expect(() => whatIf(run, { ...plain, months })).toThrow('whole months')
  })
})

describe('holding for less', () => {
  it('is exact where there is no chance: the months’ margins and the hardware at their end', () => {
    const certain = exampleEngineInputs({
      networkReward: 25,
      deviceRatio: 1,
      runningCost: 0,
      runningCostLow: 0,
      runningCostHigh: 0,
      volatility: 0,
      levelDeviation: 0,
      nodeGrowth: 0,
      nodeGrowthDeviation: 0,
      rewardGrowthDeviation: 0,
      hazard: 0,
      requiredReturn: 0,
      salvage: 120,
      salvageDecay: 0,
      horizon: 24,
      moves: [],
    })
    const held = holdFor(valueWithEngine(certain, settings), 7)
    expect(held.value).toBeCloseTo(7 * 50 + 120, 6)
  })
})

describe('value over time', () => {
  const fan = valueOverTime(run)
  it('begins with the valuation’s own quantiles, and ends with nothing still to come', () => {
    expect(fan).toHaveLength(25)
    for (const name of ['p5', 'p50', 'p95'] as const)
      expect(Math.round(fan[0]![name] * 100)).toBe(Number(run.valuation[name]))
    expect(fan.at(-1)).toEqual({ month: 24, mean: 0, p5: 0, p50: 0, p95: 0 })
  })
  it('is the mean of the realised values today', () => {
    const mean = run.realised.reduce((sum, value) => sum + value, 0) / run.realised.length
    expect(fan[0]?.mean).toBeCloseTo(mean, 6)
  })
  it('has ordered quantiles in every month', () => {
    for (const { p5, p50, p95 } of fan) expect(p5 <= p50 && p50 <= p95).toBe(true)
  })
})
