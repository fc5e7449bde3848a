import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { RandomStream } from '@/lib/math/random/random-stream'
import { normal, poisson } from '@/lib/math/random/variates'
import { jumpVariance } from '../jumps'
import type { DailyPrice } from './evidence'
import { findJumps, priceJumps } from './price-jumps'

const dayOf = (index: number) => new Date(Date.UTC(2022, 0, 1 + index)).toISOString().slice(0, 10)
const real = (token: string): DailyPrice[] =>
  readFileSync(`db/seed/token-daily-${token}.csv`, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => ({ day: line.split(',')[1]!, priceUsd: Number(line.split(',')[2]) }))

/** A year of prices: 60 % a year, and so many jumps of 12 %. */
function planted(jumpsPerYear: number, seed: number): DailyPrice[] {
  const stream = new RandomStream(seed)
  let x = 0
  return Array.from({ length: 366 }, (_, index) => {
    const jumps = poisson(stream, jumpsPerYear / 365)
    x += (0.6 / Math.sqrt(365)) * normal(stream) + 0.12 * Math.sqrt(jumps) * normal(stream)
    return { day: dayOf(index), priceUsd: 10 * Math.exp(x) }
  })
}

describe('jumps of a token’s price', () => {
  it('are found where they are, with their share of the variance, and not where there are none', () => {
    const found = findJumps('JUMPY', planted(25, 1), '9999')
    expect(found?.evidence).toBeGreaterThan(10)
    // planted: 25 · 0.12² of that and 0.6²
    expect(found?.share).toBeGreaterThan(0.25)
    expect(found?.share).toBeLessThan(0.75)
    const calm = [1, 2, 3, 4, 5].map((seed) => findJumps(`CALM${seed}`, planted(0, seed), '9999')?.jumps)
    expect(calm).toEqual([undefined, undefined, undefined, undefined, undefined])
  })

  it('are worth their parameters in the real daily prices of HNT and FIL', () => {
    for (const token of ['hnt', 'fil']) {
      const found = findJumps(token, real(token), '2024-06')
      expect(found?.evidence).toBeGreaterThan(30)
      expect(found?.share).toBeGreaterThan(0.4)
      expect(found?.days).toBe(365)
    }
  })

  it('are read from prices up to the month alone', () => {
    const prices = real('hnt')
    const before = findJumps('hnt', prices, '2022-12')
    const altered = prices.map((one) =>
      one.day > '2022-12-31' ? { ...one, priceUsd: one.priceUsd * 3 } : one,
    )
    expect(findJumps('hnt', altered, '2022-12')).toEqual(before)
    expect(before?.lastDay).toBe('2022-12-31')
  })
})

describe('jumps of a network’s reward', () => {
  it('have the price’s share of the reward’s own variance, and leave a diffusion', () => {
    const prices = real('fil')
    const { jumpIntensity, jumpMean, jumpDeviation } = priceJumps('fil', prices, '2023-04', 0.7)
    const jumps = { intensity: jumpIntensity.value, mean: jumpMean.value, deviation: jumpDeviation.value }
    expect(jumpVariance(jumps) / 0.49).toBeCloseTo(findJumps('fil', prices, '2023-04')!.share, 6)
    expect(jumpIntensity).toMatchObject({
      source: 'estimated',
      note: expect.stringContaining('BIC better by'),
    })
  })

  it('are none where no daily prices are known, or they do not call for them, and the note says so', () => {
    const unknown = priceJumps('XYZ', [], '2024-01', 0.7)
    expect(unknown.jumpIntensity).toMatchObject({
      value: 0,
      note: 'none: no daily prices of XYZ to tell them from',
    })
    const calm = priceJumps('CALM', planted(0, 2), '9999', 0.7)
    expect([calm.jumpIntensity.value, calm.jumpMean.value, calm.jumpDeviation.value]).toEqual([0, 0, 0])
    expect(calm.jumpIntensity.note).toMatch(/^none: 365 daily changes to 2023-01-01 do not /)
  })

  it('are none without volatility', () => {
    expect(priceJumps('fil', real('fil'), '2023-04', 0).jumpDeviation.value).toBe(0)
  })
})
