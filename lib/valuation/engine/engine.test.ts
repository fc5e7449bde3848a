import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InvalidInputError } from '@/lib/core/errors'
import { closedForm } from '../closed-form'
import { expectedRewards, expectedSalvage } from '../expected-value'
import { rewardProcess } from '../reward-process'
import { stayPut } from './actions'
import { meanValue, pathValues } from './cash-flows'
import { exampleEngineInputs } from './example-engine-inputs'
import { DEFAULT_SETTINGS } from './inputs'
import { drawScenarios } from './scenarios'
import { ownReward, termsOf } from './terms'
import { valueWithEngine } from './value-with-engine'

const small = { seed: 3, paths: 1024, policyPaths: 256 }
const dollars = (cents: bigint) => Number(cents) / 100
const part = (run: ReturnType<typeof valueWithEngine>, name: string) =>
  dollars(run.valuation.parts.find((one) => one.name === name)?.cents ?? 0n)

describe('the nested values on simulated paths', () => {
  it.each([
    ['a plain device', {}],
    ['a loss-making one', { networkReward: 8, deviceRatio: 0.7 }],
    ['a fragile one', { hazard: 1.5, hazardDeviation: 1 }],
    ['a shrinking network', { nodeGrowth: -0.5, nodeGrowthDeviation: 0.4, horizon: 36 }],
  ])('V3 by simulation is V3 in closed form: %s', (_name, changes) => {
    const inputs = exampleEngineInputs(changes)
    const scenarios = drawScenarios(inputs, 20_000, 5)
    const { expected, realised } = pathValues(termsOf(inputs), scenarios, stayPut(scenarios))
    const exact =
      expectedSalvage(inputs) + expectedRewards(inputs, rewardProcess(inputs, ownReward(inputs), true))
    for (const values of [expected, realised]) {
      const mean = meanValue(values)
      const deviation = Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length)
      expect(Math.abs(mean - exact)).toBeLessThan((4 * deviation) / Math.sqrt(values.length))
    }
  })

  it('without other networks and without use in scrapping, it agrees with the closed form throughout', () => {
    const inputs = exampleEngineInputs({ moves: [], salvage: 0 })
    const { valuation } = valueWithEngine(inputs, { seed: 8, paths: 8192, policyPaths: 512 })
    const closed = closedForm(inputs)
    expect(valuation.value).toBe(closed.value)
    expect(dollars(valuation.p50) / dollars(closed.p50)).toBeCloseTo(1, 1)
    expect(dollars(valuation.p95) / dollars(closed.p95)).toBeCloseTo(1, 0)
    expect(valuation.parts.slice(0, 4)).toEqual(closed.parts)
  })
})

describe('the right to move', () => {
  it('is worth nothing where there is nowhere to go, and more the more there is', () => {
    const premium = (changes: Parameters<typeof exampleEngineInputs>[0]) =>
      part(valueWithEngine(exampleEngineInputs({ salvage: 0, ...changes }), small), 'circulation_premium')
    expect(premium({ moves: [] })).toBe(0)
    expect(premium({ compatibility: 0 })).toBeCloseTo(0, 6)
    expect(premium({ moves: [{ reward: 0 }] })).toBeLessThan(1)
    const [cheap, dear, prohibitive] = [
      premium({ moveCost: 0 }),
      premium({ moveCost: 300 }),
      premium({ moveCost: 1e7 }),
    ]
    expect(cheap).toBeGreaterThan(dear)
    expect(dear).toBeGreaterThan(0)
    expect(prohibitive).toBe(0)
    expect(premium({ moveMonths: 6 })).toBeLessThan(premium({ moveMonths: 0 }))
    expect(premium({ moves: [{}, { correlation: 0 }] })).toBeGreaterThan(premium({}))
  })

  it('knows the exact gain of moving at once and for good', () => {
    // no chance anywhere: 50 a month here, 80 there, no cost, no interest; a year, half a month lost
    const certain = {
      volatility: 0,
      levelDeviation: 0,
      nodeGrowth: 0,
      nodeGrowthDeviation: 0,
      runningCost: 0,
    }
    const inputs = exampleEngineInputs({
      ...certain,
      networkReward: 25,
      deviceRatio: 1,
      runningCostLow: 0,
      runningCostHigh: 0,
      rewardGrowthDeviation: 0,
      hazard: 0,
      requiredReturn: 0,
      horizon: 12,
      salvage: 0,
      compatibility: 1,
      moveCost: 30,
      moves: [{ ...certain, reward: 80 }],
    })
    const run = valueWithEngine(inputs, small)
    expect(run.valuation.value).toBe(BigInt((80 * 11.5 - 30) * 100))
    expect(part(run, 'circulation_premium')).toBe(80 * 11.5 - 30 - 600)
    expect(run.valuation.p5).toBe(run.valuation.value)
  })

  it('scraps at once what earns nothing', () => {
    const run = valueWithEngine(exampleEngineInputs({ networkReward: 0, salvage: 120, moves: [] }), small)
    expect(run.valuation.value).toBe(12_000n)
  })

  it('states an error that other seeds confirm, and a value that more paths do not move beyond it', () => {
    const inputs = exampleEngineInputs()
    const runs = Array.from({ length: 12 }, (_, seed) => valueWithEngine(inputs, { ...small, seed }))
    const values = runs.map((run) => run.value)
    const mean = values.reduce((a, b) => a + b) / values.length
    const spread = Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1))
    const stated = runs.reduce((sum, run) => sum + run.valuation.standardError, 0) / runs.length
    expect(spread / stated).toBeGreaterThan(0.5)
    expect(spread / stated).toBeLessThan(1.8)
    const fine = valueWithEngine(inputs, { seed: 99, paths: 16_384, policyPaths: 2048 })
    expect(Math.abs(mean - fine.value)).toBeLessThan(
      3 * Math.hypot(stated / Math.sqrt(12), fine.valuation.standardError) + 0.005 * mean,
    )
  })

  it('states half a percent of the reference position’s value, as receipts are drawn and for other seeds in the mean', () => {
    const inputs = exampleEngineInputs()
    const share = (settings: typeof DEFAULT_SETTINGS) => {
      const { value, valuation } = valueWithEngine(inputs, settings)
      return valuation.standardError / value
    }
    expect(share(DEFAULT_SETTINGS)).toBeLessThanOrEqual(0.005)
    const others = Array.from({ length: 8 }, (_, seed) => share({ ...DEFAULT_SETTINGS, seed }))
    expect(others.reduce((a, b) => a + b) / others.length).toBeLessThanOrEqual(0.005)
  })
})

const anyInputs = fc
  .record({
    tokenPrice: fc.double({ min: 1e-3, max: 100, noNaN: true }),
    networkReward: fc.double({ min: 0, max: 500, noNaN: true }),
    deviceRatio: fc.double({ min: 0.2, max: 3, noNaN: true }),
    uptimeFactor: fc.double({ min: 0, max: 1.05, noNaN: true }),
    runningCost: fc.double({ min: 0, max: 400, noNaN: true }),
    volatility: fc.double({ min: 0, max: 1.8, noNaN: true }),
    levelDeviation: fc.double({ min: 0, max: 0.6, noNaN: true }),
    rewardGrowth: fc.double({ min: -0.5, max: 0.5, noNaN: true }),
    nodeGrowth: fc.double({ min: -1, max: 3, noNaN: true }),
    hazard: fc.double({ min: 0, max: 30, noNaN: true }),
    requiredReturn: fc.double({ min: 0, max: 1, noNaN: true }),
    horizon: fc.integer({ min: 1, max: 30 }),
    salvage: fc.double({ min: 0, max: 5000, noNaN: true }),
    compatibility: fc.double({ min: 0, max: 1, noNaN: true }),
    moveCost: fc.double({ min: 0, max: 500, noNaN: true }),
    moveMonths: fc.double({ min: 0, max: 24, noNaN: true }),
    moves: fc.array(
      fc.record({
        reward: fc.double({ min: 0, max: 1000, noNaN: true }),
        runningCost: fc.double({ min: 0, max: 300, noNaN: true }),
        correlation: fc.double({ min: -1, max: 1, noNaN: true }),
      }),
      { maxLength: 3 },
    ),
  })
  .map((changes) =>
    exampleEngineInputs({
      ...changes,
      runningCostLow: changes.runningCost * 0.7,
      runningCostHigh: changes.runningCost * 1.3,
    }),
  )

it('gives finite, ordered figures whose parts add up to the cent, whatever the inputs (fuzz)', () => {
  fc.assert(
    fc.property(anyInputs, fc.nat(1e9), (inputs, seed) => {
      const { valuation } = valueWithEngine(inputs, { seed, paths: 128, policyPaths: 128 })
      expect(valuation.p5 <= valuation.p50 && valuation.p50 <= valuation.p95).toBe(true)
      expect(valuation.parts.reduce((sum, one) => sum + one.cents, 0n)).toBe(valuation.value)
      expect(Number.isFinite(valuation.standardError)).toBe(true)
    }),
    { numRuns: 150, seed: 11 },
  )
})

it('refuses inputs outside their range and names them', () => {
  const inputs = exampleEngineInputs()
  const broken = { ...inputs, moveMonths: { ...inputs.moveMonths, value: -1 } }
  try {
    valueWithEngine(broken, { ...small, paths: 63 })
    expect.unreachable()
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidInputError)
    expect(Object.keys((error as InvalidInputError).fields ?? {})).toEqual(
      ['moveMonths.value', 'paths', 'paths'].slice(0, 2),
    )
  }
})
