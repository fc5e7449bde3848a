import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { geometricBrownianMotion } from '../processes/geometric-brownian-motion'
import { mertonJumpDiffusion } from '../processes/merton-jump-diffusion'
import { ornsteinUhlenbeck } from '../processes/ornstein-uhlenbeck'
import type { Process } from '../processes/process'
import { RandomStream } from '../random/random-stream'
import { calibrateGeometricBrownianMotion } from './calibrate-geometric-brownian-motion'
import { calibrateJumpDiffusion } from './calibrate-jump-diffusion'
import { calibrateOrnsteinUhlenbeck } from './calibrate-ornstein-uhlenbeck'
import { CalibrationError, type Observation } from './series'

/** A path with every k-th value blank, for k > 1. */
function simulate(process: Process, count: number, dt: number, seed: number, blank = 0): Observation[] {
  const stream = new RandomStream(seed)
  let value = process.start
  return Array.from({ length: count }, (_, i) => {
    if (i > 0) value = process.sample(value, dt, stream)
    return { time: i * dt, value: blank > 1 && i % blank === 1 ? null : value }
  })
}

describe('Ornstein–Uhlenbeck', () => {
  it('gives van den Berg’s published estimates', () => {
    const values = [
      3, 1.76, 1.2693, 1.196, 0.9468, 0.9532, 0.6252, 0.8604, 1.0984, 1.431, 1.3019, 1.4005, 1.2686, 0.7147,
      0.9237, 0.7297, 0.7105, 0.8683, 0.7406, 0.7314, 0.6232,
    ]
    const fit = calibrateOrnsteinUhlenbeck(values.map((value, i) => ({ time: i * 0.25, value })))
    expect(fit.speed).toBeCloseTo(3.128732, 6)
    expect(fit.level).toBeCloseTo(0.907488, 6)
    expect(fit.volatility).toBeCloseTo(0.553155, 6)
    // his least squares divide by two fewer of the twenty steps
    expect(fit.volatility * Math.sqrt(20 / 18)).toBeCloseTo(0.583076, 6)
  })

  it.each([
    ['without gaps', 0],
    ['with every fifth value unknown', 5],
  ])(
    'recovers planted parameters within 1.96 of its standard errors nine times in ten, %s',
    (_name, blank) => {
      const process = ornsteinUhlenbeck({ start: 1, speed: 4, level: 1, volatility: 0.5 })
      const hits = { speed: 0, level: 0, volatility: 0 }
      for (let seed = 0; seed < 40; seed++) {
        const fit = calibrateOrnsteinUhlenbeck(simulate(process, 600, 1 / 12, seed, blank))
        for (const [name, planted] of [
          ['speed', 4],
          ['level', 1],
          ['volatility', 0.5],
        ] as const)
          if (Math.abs(fit[name] - planted) < 1.96 * fit.standardErrors[name]) hits[name] += 1
      }
      for (const count of Object.values(hits)) expect(count).toBeGreaterThanOrEqual(35)
    },
  )

  it('with gaps ends where the closed form does when there are none', () => {
    const series = simulate(ornsteinUhlenbeck({ start: 2, speed: 3, level: 1, volatility: 0.4 }), 200, 0.1, 6)
    const even = calibrateOrnsteinUhlenbeck(series)
    const uneven = calibrateOrnsteinUhlenbeck(
      series.map((row, i) => ({ ...row, time: row.time + (i === 1 ? 1e-6 : 0) })),
    )
    expect(uneven.speed).toBeCloseTo(even.speed, 3)
    expect(uneven.volatility).toBeCloseTo(even.volatility, 4)
    expect(even.goodnessOfFit).toBeGreaterThan(0.01)
  })

  it('says when the data cannot carry it', () => {
    const line = (slope: (i: number) => number, n = 30) =>
      Array.from({ length: n }, (_, i) => ({ time: i, value: slope(i) }))
    expect(() => calibrateOrnsteinUhlenbeck(line((i) => i * i))).toThrow(/no return to a level/)
    expect(() => calibrateOrnsteinUhlenbeck(line((i) => (-1) ** i))).toThrow(/less than a step/)
    expect(() => calibrateOrnsteinUhlenbeck(line(() => 2))).toThrow(/does not vary/)
    expect(() => calibrateOrnsteinUhlenbeck(line((i) => i % 3, 8))).toThrow(/8 known values/)
    expect(() => calibrateOrnsteinUhlenbeck([...line((i) => i % 3), { time: 3, value: 1 }])).toThrow(
      CalibrationError,
    )
  })
})

describe('geometric Brownian motion', () => {
  it('recovers planted parameters, blanks or not', () => {
    const process = geometricBrownianMotion({ start: 5, drift: 0.2, volatility: 0.7 })
    let drift = 0
    let volatility = 0
    for (let seed = 0; seed < 100; seed++) {
      const fit = calibrateGeometricBrownianMotion(simulate(process, 260, 1 / 52, seed, 4))
      if (Math.abs(fit.drift - 0.2) < 1.96 * fit.standardErrors.drift) drift += 1
      if (Math.abs(fit.volatility - 0.7) < 1.96 * fit.standardErrors.volatility) volatility += 1
    }
    expect(drift).toBeGreaterThanOrEqual(89)
    expect(volatility).toBeGreaterThanOrEqual(89)
  })

  it('refuses a price of zero', () => {
    expect(() =>
      calibrateGeometricBrownianMotion([1, 0, 2, 3].map((value, time) => ({ time, value }))),
    ).toThrow(CalibrationError)
  })
})

describe('jump diffusion', () => {
  it('recovers planted parameters within 1.96 of its standard errors about nine times in ten', () => {
    const planted = { volatility: 0.4, intensity: 12, jumpMean: -0.1, jumpDeviation: 0.15 }
    const process = mertonJumpDiffusion({ start: 20, drift: 0.1, ...planted })
    const hits = { volatility: 0, intensity: 0, jumpMean: 0, jumpDeviation: 0 }
    for (let seed = 0; seed < 20; seed++) {
      const fit = calibrateJumpDiffusion(simulate(process, 750, 1 / 365, seed, 10))
      for (const name of ['volatility', 'intensity', 'jumpMean', 'jumpDeviation'] as const)
        if (Math.abs(fit[name] - planted[name]) < 1.96 * fit.standardErrors[name]) hits[name] += 1
    }
    for (const count of Object.values(hits)) expect(count).toBeGreaterThanOrEqual(16)
  })

  it('fits a real token’s daily price better than a diffusion does, and within its bounds', () => {
    const rows = readFileSync('db/seed/token-daily-hnt.csv', 'utf8').trim().split('\n').slice(1)
    const prices = rows.slice(-730).map((row, i) => ({ time: i / 365, value: Number(row.split(',')[2]) }))
    const jumps = calibrateJumpDiffusion(prices)
    const diffusion = calibrateGeometricBrownianMotion(prices)
    expect(jumps.logLikelihood - diffusion.logLikelihood).toBeGreaterThan(20)
    expect(jumps.goodnessOfFit).toBeGreaterThan(diffusion.goodnessOfFit)
    expect(jumps.volatility).toBeLessThan(diffusion.volatility)
    const total = jumps.volatility ** 2 + jumps.intensity * (jumps.jumpMean ** 2 + jumps.jumpDeviation ** 2)
    expect(Math.sqrt(total) / diffusion.volatility).toBeCloseTo(1, 0)
  })

  it('says when there are no jumps to be told, or too few prices', () => {
    const calm = simulate(geometricBrownianMotion({ start: 1, drift: 0, volatility: 0.5 }), 40, 1 / 365, 1)
    expect(() => calibrateJumpDiffusion(calm)).toThrow(/40 known values/)
    const ticks = Array.from({ length: 100 }, (_, i) => ({ time: i / 365, value: i === 50 ? 2 : 1 }))
    expect(() => calibrateJumpDiffusion(ticks)).toThrow(CalibrationError)
  })
})
