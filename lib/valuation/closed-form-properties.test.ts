import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { closedForm } from './closed-form'
import { exampleInputs } from './example-inputs'

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
    rewardGrowthDeviation: fc.double({ min: 0, max: 0.4, noNaN: true }),
    nodeGrowth: fc.double({ min: -1, max: 3, noNaN: true }),
    nodeGrowthDeviation: fc.double({ min: 0, max: 0.8, noNaN: true }),
    hazard: fc.double({ min: 0, max: 3, noNaN: true }),
    hazardDeviation: fc.double({ min: 0, max: 1, noNaN: true }),
    requiredReturn: fc.double({ min: 0, max: 1, noNaN: true }),
    horizon: fc.integer({ min: 1, max: 48 }),
    salvage: fc.double({ min: 0, max: 5000, noNaN: true }),
  })
  .map((changes) => ({
    ...changes,
    runningCostLow: changes.runningCost * 0.7,
    runningCostHigh: changes.runningCost * 1.3,
  }))

/** No figure of the dearer case below the other's, but for the cent that rounding may cost. */
function expectNotBelow(higher: ReturnType<typeof closedForm>, lower: ReturnType<typeof closedForm>): void {
  for (const figure of ['value', 'p5', 'p50', 'p95'] as const)
    expect(higher[figure] - lower[figure]).toBeGreaterThanOrEqual(-1n - lower[figure] / 100_000n)
}

describe('the closed form', () => {
  it('gives ordered, finite figures whose parts add up to the cent', () => {
    fc.assert(
      fc.property(anyInputs, (changes) => {
        const valuation = closedForm(exampleInputs(changes))
        expect(valuation.p5).toBeGreaterThanOrEqual(0n)
        expect(valuation.p5 <= valuation.p50 && valuation.p50 <= valuation.p95).toBe(true)
        expect(valuation.parts.reduce((sum, part) => sum + part.cents, 0n)).toBe(valuation.value)
      }),
    )
  })

  it('never falls when the price or the uptime rises, or the cost falls', () => {
    fc.assert(
      fc.property(anyInputs, fc.double({ min: 1, max: 1.5, noNaN: true }), (changes, factor) => {
        const plain = closedForm(exampleInputs(changes))
        expectNotBelow(
          closedForm(exampleInputs({ ...changes, tokenPrice: changes.tokenPrice * factor })),
          plain,
        )
        expectNotBelow(
          closedForm(exampleInputs({ ...changes, uptimeFactor: changes.uptimeFactor * factor })),
          plain,
        )
        expectNotBelow(
          plain,
          closedForm(
            exampleInputs({
              ...changes,
              runningCost: changes.runningCost * factor,
              runningCostLow: changes.runningCostLow * factor,
              runningCostHigh: changes.runningCostHigh * factor,
            }),
          ),
        )
      }),
    )
  })

  it('has the annuity as its limit: no uncertainty, no cost, no failure', () => {
    const { value, p5, p50, p95, parts } = closedForm(
      exampleInputs({
        tokenPrice: 1,
        networkReward: 100,
        deviceRatio: 1,
        runningCost: 0,
        runningCostLow: 0,
        runningCostHigh: 0,
        rewardGrowthDeviation: 0,
        volatility: 0,
        levelDeviation: 0,
        nodeGrowth: 0,
        nodeGrowthDeviation: 0,
        hazard: 0,
        requiredReturn: 1.01 ** 12 - 1,
        horizon: 12,
        salvage: 0,
      }),
    )
    // 100 · (1 − 1.01⁻¹²) / 0.01 = 1125.5077
    expect(value).toBe(112_551n)
    for (const quantile of [p5, p50, p95]) expect(Math.abs(Number(quantile - value))).toBeLessThanOrEqual(2)
    expect(parts.find((part) => part.name === 'base_rewards')?.cents).toBe(112_551n)
  })

  it('says which part it does not compute', () => {
    expect(closedForm(exampleInputs()).omitted).toEqual(['circulation_premium'])
  })
})
