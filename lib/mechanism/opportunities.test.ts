import { describe, expect, it } from 'vitest'
import { InvalidInputError } from '@/lib/core/errors'
import { exampleEngineInputs } from '@/lib/valuation/engine/example-engine-inputs'
import { revalue } from '@/lib/valuation/engine/revalue'
import { valueWithEngine } from '@/lib/valuation/engine/value-with-engine'
import { isOpportunity, prospectOf, rankOpportunities } from './opportunities'

const run = valueWithEngine(exampleEngineInputs({}), { seed: 5, paths: 1024, policyPaths: 128 })

describe('prospectOf', () => {
  it('counts scenarios as a straight count does', () => {
    for (const price of [run.value * 0.2, run.value * 0.6, run.value * 1.5]) {
      const { lossChance, p25, gap, shortfall, score } = prospectOf(run, price)
      const below = run.realised.filter((value) => value < price).length
      expect(lossChance).toBe(below / run.realised.length)
      expect(run.realised.filter((value) => value < p25).length / run.realised.length).toBeCloseTo(0.25, 2)
      expect(gap).toBeCloseTo(run.value - price, 9)
      const worst = [...run.realised].sort((a, b) => a - b).slice(0, 51)
      const mean = worst.reduce((sum, value) => sum + value, 0) / worst.length
      expect(shortfall).toBeCloseTo(Math.max(price - mean, 0.01 * price), 6)
      expect(score).toBeCloseTo(gap / shortfall, 9)
    }
  })

  it('finds what would make the price the value, on the side of the assumption it must be', () => {
    const cheap = prospectOf(run, run.value * 0.7)
    expect(cheap.implied.requiredReturn).toBeGreaterThan(cheap.assumed.requiredReturn)
    expect(cheap.implied.growth).toBeLessThan(cheap.assumed.growth)
    // the rewards or the hardware that it takes: put in, they make the price the value
    const { inputs } = run.valuation
    const rewards = cheap.implied.rewards ?? Number.NaN
    expect(rewards).toBeGreaterThan(0)
    expect(rewards).toBeLessThan(1)
    const poorer = {
      ...inputs,
      tokenPrice: { ...inputs.tokenPrice, value: rewards * inputs.tokenPrice.value },
      moves: inputs.moves.map((move) => ({
        ...move,
        reward: { ...move.reward, value: rewards * move.reward.value },
      })),
    }
    expect(revalue(run, poorer).value / (run.value * 0.7)).toBeCloseTo(1, 3)
    const salvage = { ...inputs.salvage, value: (cheap.implied.salvage ?? 0) * inputs.salvage.value }
    if (cheap.implied.salvage === null)
      expect(revalue(run, { ...inputs, salvage }).value).toBeGreaterThan(run.value * 0.7)
    else expect(revalue(run, { ...inputs, salvage }).value).toBeCloseTo(run.value * 0.7, 1)
    const dear = prospectOf(run, run.value * 1.3)
    expect(dear.implied.requiredReturn ?? 0).toBeLessThan(dear.assumed.requiredReturn)
  })

  it('a lower price loses less often and is ranked higher', () => {
    const prospects = [0.9, 0.5, 0.3].map((share) => prospectOf(run, run.value * share))
    const ranked = rankOpportunities(prospects)
    expect(ranked).toEqual([...prospects].reverse())
    expect(ranked.map(({ lossChance }) => lossChance)).toEqual(
      ranked.map(({ lossChance }) => lossChance).sort((a, b) => a - b),
    )
  })

  it('is an opportunity where at most one scenario in four ends below the price', () => {
    const { p25 } = prospectOf(run, run.value)
    expect(isOpportunity(prospectOf(run, p25 * 0.99), p25 * 0.99)).toBe(true)
    expect(prospectOf(run, p25 * 0.99).lossChance).toBeLessThanOrEqual(0.25)
    expect(isOpportunity(prospectOf(run, p25 * 1.01), p25 * 1.01)).toBe(false)
    expect(isOpportunity({ p25: 100, gap: -1 }, 90)).toBe(false)
  })

  it('refuses what is no price', () => {
    for (const price of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => prospectOf(run, price)).toThrow(InvalidInputError)
  })
})
