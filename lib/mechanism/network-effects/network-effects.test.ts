import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { InvalidInputError } from '@/lib/core/errors'
import { RandomStream } from '@/lib/math/random/random-stream'
import { normal } from '@/lib/math/random/variates'
import { monthIndex } from '@/lib/valuation/forecast/monthly-series'
import { engleGranger } from './cointegration'
import { fitNetworkEffect, LEAST_MONTHS, type NetworkMonth } from './fit-network-effect'
import { growthExponent, growthParts } from './growth-exponent'
import { lawValue } from './law-value'
import { leastSquares, neweyWestLags } from './least-squares'
import { robustQuantile90 } from './robust-quantile'

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
      { month: monthIndex(row.month!), nodes, rewardsUsd, rewardTokens: Number(row.reward_tokens) },
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
    // Σ (x − x̄)² e² / (Σ (x − x̄)²)², times n / (n − k)
    const white = (fit.residuals.reduce((sum, e, t) => sum + (t - 2) ** 2 * e * e, 0) / 100) * (5 / 3)
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

describe('robustQuantile90', () => {
  it('is the normal’s at no bandwidth, and the quantile of simulated t-ratios beyond', () => {
    expect(robustQuantile90(-1, 100)).toBeCloseTo(1.6449, 4)
    const [n, lags, draws] = [60, 5, 4_000]
    const stream = new RandomStream(9)
    let beyond = 0
    for (let k = 0; k < draws; k++) {
      const y = Array.from({ length: n }, () => normal(stream))
      const { coefficients, errors } = leastSquares(
        y.map(() => [1]),
        y,
        lags,
      )
      // the quantile is of errors without the factor for small samples
      const ratio = coefficients[0]! / (errors[0]! * Math.sqrt((n - 1) / n))
      if (Math.abs(ratio) > robustQuantile90(lags, n)) beyond += 1
    }
    expect(Math.abs(beyond / draws - 0.1)).toBeLessThan(0.015)
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

  it.each([20, 72])(
    'has an interval of growth over %i months that holds the exponent about nine times in ten',
    (length) => {
      let held = 0
      for (let seed = 1; seed <= 400; seed++) {
        const { low, high } = growthExponent(made(seed, length, (n) => 5 * n ** 1.2))!
        if (low < 1.2 && 1.2 < high) held += 1
      }
      expect(held / 400).toBeGreaterThan(0.84)
      expect(held / 400).toBeLessThan(0.94)
    },
  )

  it('splits the exponent into tokens and price, which add up to it', () => {
    const parts = growthParts(real.get('helium-iot')!)!
    const { exponent } = growthExponent(real.get('helium-iot')!)!
    expect(parts.tokens.exponent + parts.price.exponent).toBeCloseTo(exponent, 12)
    // NumPy
    expect(parts.tokens.exponent).toBeCloseTo(0.13, 3)
    const [first, ...rest] = real.get('helium-iot')!
    expect(growthParts([{ ...first!, rewardTokens: undefined }, ...rest])).toBeUndefined()
  })

  it('takes growth over no gap, and refuses where too little follows on', () => {
    const months = made(5, 40, (n) => 5 * n ** 1.2)
    const early = months.slice(0, 20)
    // a year is missing in between: the change across it is none
    const late = months.slice(20).map((one) => ({ ...one, month: one.month + 12 }))
    expect(growthExponent([...early, ...late])!.n).toBe(38)
    expect(fitNetworkEffect([...early, ...late]).cointegration.n).toBeLessThan(
      fitNetworkEffect(months).cointegration.n,
    )
    const everyOther = months.map((one) => ({ ...one, month: 2 * one.month }))
    expect(growthExponent(everyOther)).toBeUndefined()
    expect(() => fitNetworkEffect(everyOther)).toThrow('have one before them')
    expect(() => fitNetworkEffect(months.map((one) => ({ ...one, nodes: 10 })))).toThrow('never changed')
  })

  it.each([
    // recomputed in NumPy: least squares, Bartlett sums, Dickey–Fuller on the residuals, a grid for the saturating law
    [
      'helium-iot',
      0.3273,
      0.3364,
      -1.0197,
      0.1175,
      [185.2872, 194.198, 259.7916, 157.7691, 154.3562],
      [2.9544, 3.2733, 6.4305, 2.019, 1.2674],
      0.34,
    ],
    [
      'livepeer',
      0.7588,
      0.3178,
      -2.6516,
      0.2186,
      [173.6342, 168.1237, 187.6247, 170.387, 166.024],
      [0.6964, 0.7401, 1.0901, 0.8599, 0.8038],
      0.273,
    ],
    [
      'nym',
      1.151,
      0.663,
      -4.0307,
      0.1572,
      [33.106, 40.6901, 70.6082, 18.2277, 12.8016],
      [0.4443, 0.5168, 0.9057, 0.2716, 0.2442],
      0.21,
    ],
    [
      'arweave',
      -0.1409,
      0.1095,
      -0.3542,
      0.2052,
      [144.5134, 147.6315, 179.5273, 137.8999, 140.7106],
      [1.7589, 1.8114, 2.3021, 1.5601, 1.4719],
      0.675,
    ],
  ] as const)(
    'agrees with NumPy on %s',
    (name, exponent, error, t, freeError, aic, outOfSample, noChange) => {
      const sample = real.get(name)!
      const fit = fitNetworkEffect(sample)
      const small = (n: number) => Math.sqrt(n / (n - 2))
      expect(fit.growth.exponent).toBeCloseTo(exponent, 3)
      expect(fit.growth.error / small(fit.growth.n)).toBeCloseTo(error, 3)
      expect(fit.freeError / small(sample.length)).toBeCloseTo(freeError, 3)
      expect(fit.cointegration.statistic).toBeCloseTo(t, 3)
      fit.levels.forEach((law, i) => {
        expect(law.aic).toBeCloseTo(aic[i]!, 2)
        // a criterion’s penalty alone sets them apart
        expect(law.bic - law.aic).toBeCloseTo((law.parameters.length + 1) * (Math.log(sample.length) - 2), 9)
        expect(law.outOfSample).toBeCloseTo(outOfSample[i]!, 3)
      })
      expect(fit.noChange).toBeCloseTo(noChange, 3)
    },
  )

  it('tells a network that has reached its limit', () => {
    const fit = fitNetworkEffect(made(12, 72, (n) => (1e6 * n * n) / (n * n + 1_500 ** 2)))
    const best = fit.levels.reduce((a, b) => (b.bic < a.bic ? b : a))
    expect(best.law).toBe('saturating')
    expect(Math.exp(best.parameters[1]!)).toBeGreaterThan(1_200)
    expect(Math.exp(best.parameters[1]!)).toBeLessThan(1_800)
  })

  it('draws each law again from its figures: the residuals’ variance is the likelihood’s', () => {
    const sample = real.get('livepeer')!
    for (const fit of fitNetworkEffect(sample).levels) {
      const squares = sample.map(({ nodes, rewardsUsd }) => Math.log(rewardsUsd / lawValue(fit, nodes)) ** 2)
      const n = sample.length
      const variance = squares.reduce((a, b) => a + b, 0) / n
      const aic = 2 * (fit.parameters.length + 1) + n * (Math.log(2 * Math.PI * variance) + 1)
      expect(aic).toBeCloseTo(fit.aic, 8)
    }
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
