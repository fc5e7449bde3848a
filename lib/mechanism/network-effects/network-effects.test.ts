import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { InvalidInputError } from '@/lib/core/errors'
import { RandomStream } from '@/lib/math/random/random-stream'
import { normal } from '@/lib/math/random/variates'
import { monthIndex } from '@/lib/valuation/forecast/monthly-series'
import { engleGranger } from './cointegration'
import { fitNetworkEffect, LEAST_MONTHS, type NetworkMonth } from './fit-network-effect'
import { leastSquares, neweyWestLags } from './least-squares'

const rows = parse(readFileSync('db/seed/networks-monthly.csv'), { columns: true }) as Record<
  string,
  string
>[]
const real = new Map<string, NetworkMonth[]>()
for (const row of rows) {
  const [nodes, rewardsUsd] = [Number(row.active_nodes), Number(row.rewards_usd)]
  if (nodes > 1 && rewardsUsd > 0)
    real.set(row.network!, [
      ...(real.get(row.network!) ?? []),
      { month: monthIndex(row.month!), nodes, rewardsUsd },
    ])
}

/** Nodes as a random walk, rewards that follow them by a law, with noise. */
function made(seed: number, months: number, law: (nodes: number) => number, noise = 0.05): NetworkMonth[] {
  const stream = new RandomStream(seed)
  let logN = Math.log(500)
  return Array.from({ length: months }, (_, month) => {
    logN += 0.04 + 0.1 * normal(stream)
    const nodes = Math.exp(logN)
    return { month, nodes, rewardsUsd: law(nodes) * Math.exp(noise * normal(stream)) }
  })
}

describe('leastSquares', () => {
  it('equals the textbook estimator without lags, and White’s errors at lag zero', () => {
    const x = [1, 2, 3, 4, 5].map((value) => [1, value])
    const fit = leastSquares(x, [2, 1, 4, 3, 5], 0)
    expect(fit.coefficients).toEqual([expect.closeTo(0.6, 12), expect.closeTo(0.8, 12)])
    // Σ (x − x̄)² e² / (Σ (x − x̄)²)²
    const white = fit.residuals.reduce((sum, e, t) => sum + (t - 2) ** 2 * e * e, 0) / 100
    expect(fit.errors[1]).toBeCloseTo(Math.sqrt(white), 12)
    expect(neweyWestLags(100)).toBe(4)
    expect(() =>
      leastSquares(
        [
          [1, 1],
          [1, 1],
          [1, 1],
        ],
        [1, 2, 3],
      ),
    ).toThrow(InvalidInputError)
  })

  it('widens the error where residuals hang together', () => {
    const stream = new RandomStream(3)
    let [e, level] = [0, 0]
    const x: number[][] = []
    const y: number[] = []
    for (let t = 0; t < 400; t++) {
      e = 0.8 * e + normal(stream)
      level = 0.8 * level + normal(stream)
      x.push([1, level])
      y.push(level + e)
    }
    expect(leastSquares(x, y, 12).errors[1]!).toBeGreaterThan(1.3 * leastSquares(x, y, 0).errors[1]!)
  })
})

describe('engleGranger', () => {
  it('rejects seldom for walks that have nothing in common, and mostly for those that do', () => {
    let [spurious, found] = [0, 0]
    for (let seed = 1; seed <= 200; seed++) {
      const stream = new RandomStream(seed)
      let [a, b] = [0, 0]
      const x: number[] = []
      const alone: number[] = []
      for (let t = 0; t < 80; t++) {
        a += normal(stream)
        b += normal(stream)
        x.push(a)
        alone.push(b)
      }
      const together = x.map((value) => 2 * value + normal(stream))
      if (engleGranger(x, alone).isCointegrated) spurious += 1
      if (engleGranger(x, together).isCointegrated) found += 1
    }
    expect(spurious / 200).toBeLessThan(0.12)
    expect(found / 200).toBeGreaterThan(0.95)
  })

  it('uses MacKinnon’s (2010) values: −3.34 at 5 % for long series, further out for short ones', () => {
    const walk = made(4, 60, (n) => n).map(({ nodes }) => Math.log(nodes))
    const { critical } = engleGranger(
      walk,
      walk.map((value, t) => value + Math.sin(t)),
    )
    expect(critical.p5).toBeLessThan(-3.33613)
    expect(critical.p1).toBeLessThan(critical.p5)
  })
})

describe('fitNetworkEffect', () => {
  it.each([
    ['sarnoff', 1, (n: number) => 30 * n],
    ['metcalfe', 2, (n: number) => 0.01 * n * n],
    ['free exponent', 1.5, (n: number) => n ** 1.5],
  ] as const)('tells %s where it holds', (law, exponent, rule) => {
    const fit = fitNetworkEffect(made(11, 72, rule))
    const best = fit.levels.reduce((a, b) => (b.bic < a.bic ? b : a))
    expect(best.law).toBe(law)
    expect(fit.cointegration.isCointegrated).toBe(true)
    expect(Math.abs(fit.growth.exponent - exponent)).toBeLessThan(3 * fit.growth.error)
    expect(fit.nextNode.addsUsd + fit.nextNode.takesFromOthersUsd).toBeCloseTo(fit.nextNode.earnsUsd, 9)
  })

  it('has an interval of growth that holds the exponent about nine times in ten', () => {
    let held = 0
    for (let seed = 1; seed <= 300; seed++) {
      const months = made(seed, 72, (n) => 5 * n ** 1.2)
      const changes = (figure: (one: NetworkMonth) => number) =>
        months.slice(1).map((one, t) => Math.log(figure(one) / figure(months[t]!)))
      const fit = leastSquares(
        changes(({ nodes }) => nodes).map((x) => [1, x]),
        changes(({ rewardsUsd }) => rewardsUsd),
      )
      if (Math.abs(fit.coefficients[1]! - 1.2) < 1.645 * fit.errors[1]!) held += 1
    }
    expect(held / 300).toBeGreaterThan(0.82)
    expect(held / 300).toBeLessThan(0.96)
  })

  it('tells a network that has reached its limit', () => {
    const fit = fitNetworkEffect(made(12, 72, (n) => (1e6 * n * n) / (n * n + 1_500 ** 2)))
    const best = fit.levels.reduce((a, b) => (b.bic < a.bic ? b : a))
    expect(best.law).toBe('saturating')
    expect(Math.exp(best.parameters[1]!)).toBeGreaterThan(1_200)
    expect(Math.exp(best.parameters[1]!)).toBeLessThan(1_800)
  })

  it('gives a table for every real network with enough months, and refuses the others', () => {
    const enough = [...real].filter(([, months]) => months.length >= LEAST_MONTHS)
    expect(enough.map(([name]) => name)).toContain('helium-iot')
    expect(enough.length).toBeGreaterThanOrEqual(6)
    for (const [, months] of enough) {
      const fit = fitNetworkEffect(months)
      expect(fit.levels).toHaveLength(5)
      for (const { aic, bic, outOfSample, exponent } of fit.levels)
        expect([aic, bic, outOfSample, exponent].every(Number.isFinite)).toBe(true)
      expect(fit.growth.high).toBeGreaterThan(fit.growth.low)
    }
    expect(() => fitNetworkEffect(real.get('helium-iot')!.slice(0, 9))).toThrow(InvalidInputError)
  })
})
