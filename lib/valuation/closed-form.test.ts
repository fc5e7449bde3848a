import { describe, expect, it } from 'vitest'
import { closedForm } from './closed-form'
import { exampleInputs } from './example-inputs'
import type { ValuationInputs } from './inputs'

/** An independent seeded simulation of the same model, written from its description and sharing none of its code. */
function simulate(inputs: ValuationInputs, paths: number, seed: number) {
  let state = seed >>> 0
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return (((t ^ (t >>> 14)) >>> 0) + 0.5) / 2 ** 32
  }
  const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
  /** Marsaglia–Tsang, boosted below shape 1 */
  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * uniform() ** (1 / shape)
    const d = shape - 1 / 3
    for (;;) {
      const x = normal()
      const v = (1 + x / Math.sqrt(9 * d)) ** 3
      if (v > 0 && Math.log(uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
    }
  }
  const v = Object.fromEntries(
    Object.entries(inputs).map(([name, figure]) => [name, typeof figure === 'string' ? 0 : figure.value]),
  ) as Record<string, number>
  const at = (name: string) => v[name] ?? Number.NaN
  const halfLife = at('nodeGrowthHalfLife') / 12
  const results: number[] = []
  for (let path = 0; path < paths; path++) {
    const q2 = at('hazardDeviation') ** 2
    const hazard = q2 === 0 ? at('hazard') : at('hazard') * q2 * gamma(1 / q2)
    const death = hazard === 0 ? Number.POSITIVE_INFINITY : -Math.log(uniform()) / hazard
    const pick = uniform()
    const cost = at(pick < 1 / 6 ? 'runningCostLow' : pick < 5 / 6 ? 'runningCost' : 'runningCostHigh')
    const level = at('levelDeviation') * normal()
    const trend = at('rewardGrowthDeviation') * normal()
    const entry = at('nodeGrowthDeviation') * normal()
    let walk = 0
    let value = 0
    for (let month = 1; month <= at('horizon'); month++) {
      const t = month / 12
      const sold = (salvageMonth: number) =>
        at('salvage') *
        Math.exp((-at('salvageDecay') * salvageMonth) / 12) *
        (1 + at('requiredReturn')) ** (-salvageMonth / 12)
      if (death < t) {
        value += sold(month)
        break
      }
      walk += at('volatility') * Math.sqrt(1 / 12) * normal()
      const fade = ((1 - Math.exp((-Math.LN2 * t) / halfLife)) * halfLife) / Math.LN2
      const noise = level + trend * t - entry * fade + walk
      const variance =
        at('levelDeviation') ** 2 +
        (at('rewardGrowthDeviation') * t) ** 2 +
        (at('nodeGrowthDeviation') * fade) ** 2 +
        at('volatility') ** 2 * t
      const mean =
        at('tokenPrice') *
        at('networkReward') *
        at('deviceRatio') *
        at('uptimeFactor') *
        Math.exp(at('rewardGrowth') * t - at('nodeGrowth') * fade)
      const reward = mean * Math.exp(noise - variance / 2)
      value += Math.max(reward - cost, 0) * (1 + at('requiredReturn')) ** -t
      if (month === at('horizon')) value += sold(month)
    }
    results.push(value)
  }
  results.sort((a, b) => a - b)
  const mean = results.reduce((sum, x) => sum + x, 0) / paths
  const variance = results.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (paths - 1)
  const quantile = (level: number) => results[Math.floor(level * paths)] ?? Number.NaN
  return { mean, error: Math.sqrt(variance / paths), quantile }
}

const dollars = (cents: bigint) => Number(cents) / 100

describe('closedForm against a simulation of the same model', () => {
  it.each([
    ['a plain device', {}],
    ['a loss-making one, worth its option', { networkReward: 8, deviceRatio: 0.7, salvage: 20 }],
    ['a calm network', { volatility: 0.3, rewardGrowthDeviation: 0.05, levelDeviation: 0.05 }],
    ['a wild one without salvage', { volatility: 1.2, salvage: 0 }],
    ['a fragile device', { hazard: 1.5, hazardDeviation: 1 }],
    ['certain hazard and cost', { hazardDeviation: 0, runningCostLow: 10, runningCostHigh: 10 }],
    ['shrinking network, three years', { nodeGrowth: -0.5, nodeGrowthDeviation: 0.4, horizon: 36 }],
  ])('%s', (_name, changes) => {
    const inputs = exampleInputs(changes)
    const { value, p5, p50, p95 } = closedForm(inputs)
    const simulated = simulate(inputs, 40_000, 20_240_601)
    // the mean within four standard errors
    expect(Math.abs(dollars(value) - simulated.mean)).toBeLessThan(4 * simulated.error)
    // each quantile where the paths put its level ± 0.012, or within 2 % of the value
    const tolerance = 0.02 * dollars(value)
    for (const [level, cents] of [
      [0.05, p5],
      [0.5, p50],
      [0.95, p95],
    ] as const) {
      expect(dollars(cents)).toBeGreaterThan(
        Math.min(simulated.quantile(level - 0.012), simulated.quantile(level) - tolerance),
      )
      expect(dollars(cents)).toBeLessThan(
        Math.max(simulated.quantile(level + 0.012), simulated.quantile(level) + tolerance),
      )
    }
  })
})
