import { describe, expect, it } from 'vitest'
import { RandomStream } from '@/lib/math/random/random-stream'
import type { NetworkDesign } from './network-design'
import { pairOf, rangeOfRuns } from './range-of-runs'
import { simulateNetwork } from './simulate-network'

const design: NetworkDesign = {
  schedule: { kind: 'decaying', perEpoch: 1_000, ratio: 0.98 },
  startSupply: 50_000,
  burnShare: 1,
  pricing: { kind: 'quantity', velocity: 0.02 },
  demand: { baseUsd: 40_000, drift: 0, volatility: 0.1, elasticity: 0 },
  staking: { rewardShare: 0, bondTokens: 0, slashRate: 0 },
  operators: Array.from({ length: 30 }, (_, i) => ({
    costUsd: 500 + 50 * i,
    weight: 1,
    hurdleUsd: 50,
    startsActive: i < 10,
  })),
  entryRate: 0.25,
  exitRate: 0.25,
  memory: 0.5,
}
const seeds = Array.from({ length: 400 }, (_, k) => k + 1)

describe('rangeOfRuns', () => {
  const range = rangeOfRuns(design, 24, seeds)

  it('has the lognormal’s quantiles where the demand is one: ln D = ln B − σ² k / 2 + σ √k z', () => {
    for (const epoch of [6, 23]) {
      const { p5, p50, p95 } = range.paths.demandUsd[epoch]!
      const at = (z: number) => 40_000 * Math.exp(-0.005 * epoch + 0.1 * Math.sqrt(epoch) * z)
      // four standard errors of a quantile of 400 draws
      expect(Math.abs(Math.log(p50 / at(0)))).toBeLessThan(0.25 * 0.1 * Math.sqrt(epoch))
      expect(Math.abs(Math.log(p5 / at(-1.645)))).toBeLessThan(0.42 * 0.1 * Math.sqrt(epoch))
      expect(Math.abs(Math.log(p95 / at(1.645)))).toBeLessThan(0.42 * 0.1 * Math.sqrt(epoch))
    }
  })

  it('ends where each seed’s own run ends, and supply that no demand moves is one figure', () => {
    const run = simulateNetwork(design, 24, new RandomStream(17))
    expect(range.ends.price[16]).toBe(run.at(-1)!.price)
    const { p5, p95 } = range.paths.circulating[23]!
    expect(p95 / p5 - 1).toBeLessThan(1e-12)
    expect(Object.values(range.phases).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12)
    expect(range.deserted).toBe(0)
  })

  it('pairs two designs seed by seed: half the velocity is twice the price of every seed', () => {
    const slow = { ...design, pricing: { kind: 'quantity', velocity: 0.01 } as const, burnShare: 1 }
    const first = rangeOfRuns(design, 1, seeds)
    const pair = pairOf(first.ends.price, rangeOfRuns(slow, 1, seeds).ends.price)
    expect(pair.above).toBe(1)
    expect(pair.change!.p5).toBeCloseTo(1, 12)
    expect(pair.change!.p95).toBeCloseTo(1, 12)
    expect(pairOf([1, 2], [1, 3])).toMatchObject({ above: 0.5, same: 0.5 })
    expect(pairOf([0, 2], [1, 3])).toMatchObject({ told: 0.5, change: { p50: 0.5 } })
    expect(pairOf([0, 0], [1, 3]).change).toBeUndefined()
  })

  it('counts the seeds in which everyone has left', () => {
    const dear = {
      ...design,
      operators: design.operators.map((one) => ({ ...one, costUsd: 1e6 })),
      exitRate: 1,
    }
    expect(rangeOfRuns(dear, 12, seeds.slice(0, 10)).deserted).toBe(1)
  })
})
