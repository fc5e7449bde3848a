import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InvalidInputError } from '@/lib/core/errors'
import { breakEven } from './break-even'
import { exampleEngineInputs } from './example-engine-inputs'
import { greeks } from './greeks'
import { impliedBy } from './implied'
import type { EngineInputs } from './inputs'
import { revalue } from './revalue'
import { valueWithEngine } from './value-with-engine'

const settings = { seed: 21, paths: 2048, policyPaths: 256 }
const run = valueWithEngine(exampleEngineInputs(), settings)
const scaled = (
  inputs: EngineInputs,
  names: readonly (keyof EngineInputs)[],
  factor: number,
): EngineInputs => ({
  ...inputs,
  ...Object.fromEntries(
    names.map((name) => [
      name,
      { ...(inputs[name] as object), value: (inputs[name] as { value: number }).value * factor },
    ]),
  ),
})

describe('revalue', () => {
  it('changes nothing when nothing changes', () => {
    const same = revalue(run, run.valuation.inputs)
    expect(same.value).toBe(run.value)
    expect(BigInt(Math.round(same.p95 * 100))).toBe(run.valuation.p95)
  })

  it('never falls when price or uptime rise, nor rises with the cost (fuzz, policy and random numbers fixed)', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.3, max: 1.9, noNaN: true }),
        fc.double({ min: 1, max: 1.4, noNaN: true }),
        fc.constantFrom<[readonly (keyof EngineInputs)[], 1 | -1]>(
          [['tokenPrice'], 1],
          [['uptimeFactor'], 1],
          [['deviceRatio'], 1],
          [['runningCost', 'runningCostLow', 'runningCostHigh'], -1],
        ),
        (from, factor, [names, sign]) => {
          const lower = revalue(run, scaled(run.valuation.inputs, names, from))
          const higher = revalue(run, scaled(run.valuation.inputs, names, Math.min(from * factor, 2)))
          for (const figure of ['value', 'p5', 'p50', 'p95'] as const)
            expect(sign * (higher[figure] - lower[figure])).toBeGreaterThanOrEqual(
              from * factor > 2 ? -Infinity : -1e-9,
            )
        },
      ),
      { numRuns: 60, seed: 2 },
    )
  })

  it('comes close to valuing anew where the change is small', () => {
    const dearer = scaled(run.valuation.inputs, ['tokenPrice'], 1.05)
    const anew = valueWithEngine(dearer, settings)
    expect(Math.abs(revalue(run, dearer).value - anew.value)).toBeLessThan(0.01 * anew.value)
  })

  it('asks for a new policy when the horizon changes', () => {
    expect(() => revalue(run, scaled(run.valuation.inputs, ['horizon'], 0.5))).toThrow(InvalidInputError)
  })
})

describe('greeks', () => {
  it('have the sign and the size they must', () => {
    const [price, uptime, growth, , cost] = greeks(run).map(({ change }) => change)
    expect(price).toBeGreaterThan(0)
    // uptime counts in every network, the price in this one alone
    expect(uptime).toBeGreaterThan(price!)
    expect(uptime).toBeLessThan(0.015 * run.value)
    expect(growth).toBeGreaterThan(0.005 * run.value)
    expect(cost).toBeLessThan(0)
  })

  it('carry their own errors, far below themselves', () => {
    for (const { name, change, standardError } of greeks(run))
      if (name !== 'volatility') expect(standardError).toBeLessThan(0.1 * Math.abs(change))
  })
})

describe('breakEven', () => {
  it('is sooner and surer the lower the price', () => {
    const chances = [100, 400, 1000, 3000].map((price) => breakEven(run, price).probability)
    expect(chances).toEqual([...chances].sort((a, b) => b - a))
    expect(chances[0]).toBeGreaterThan(0.9)
    const { days, byMonth, probability } = breakEven(run, 400)
    expect(byMonth.reduce((a, b) => a + b)).toBeCloseTo(probability, 9)
    expect(days.p10!).toBeLessThan(days.p50!)
    expect(breakEven(run, 1e9)).toMatchObject({ probability: 0, days: { p10: null, p50: null, p90: null } })
    expect(() => breakEven(run, 0)).toThrow(InvalidInputError)
  })

  it('counts the days of a certain income exactly', () => {
    const certain = valueWithEngine(
      exampleEngineInputs({
        networkReward: 50,
        deviceRatio: 1,
        runningCost: 0,
        runningCostLow: 0,
        runningCostHigh: 0,
        volatility: 0,
        levelDeviation: 0,
        rewardGrowthDeviation: 0,
        nodeGrowth: 0,
        nodeGrowthDeviation: 0,
        hazard: 0,
        salvage: 0,
        moves: [],
      }),
      settings,
    )
    // 100 a month: 250 take two months and a half
    expect(breakEven(certain, 250).days.p50).toBeCloseTo((2.5 * 365.25) / 12, 6)
  })
})

describe('impliedBy', () => {
  it('finds the growth and the return that make a price the value', () => {
    const price = 0.8 * run.value
    const { growth, requiredReturn } = impliedBy(run, price)
    const { inputs } = run.valuation
    const at = (changes: Partial<EngineInputs>) => revalue(run, { ...inputs, ...changes }).value
    expect(at({ rewardGrowth: { ...inputs.rewardGrowth, value: growth! } })).toBeCloseTo(price, 2)
    expect(at({ requiredReturn: { ...inputs.requiredReturn, value: requiredReturn! } })).toBeCloseTo(price, 2)
    expect(growth!).toBeLessThan(0)
    expect(requiredReturn!).toBeGreaterThan(0.25)
  })

  it('says so where nothing makes it true', () => {
    expect(impliedBy(run, 1e12)).toEqual({ growth: null, requiredReturn: null })
  })
})
