import { describe, expect, it } from 'vitest'
import { blackScholes, margrabe } from './black-scholes'
import { cirBond } from './cir-bond'
import { hestonPrice } from './heston-price'
import { mertonSeries } from './merton-series'

describe('published answers', () => {
  it('Black–Scholes: the standard call', () => {
    const { call, put } = blackScholes({ spot: 100, strike: 100, rate: 0.05, time: 1, volatility: 0.2 })
    expect(call).toBeCloseTo(10.450584, 6)
    expect(call - put).toBeCloseTo(100 - 100 * Math.exp(-0.05), 12)
  })

  // Haug's table as corrected in QuantLib's tests; γ is the share of the total variance that comes from jumps
  it.each([
    [80, 0.5, 10, 0.25, 23.61],
    [100, 0.25, 1, 0.5, 5.58],
  ])('Merton: K %d, T %d, λ %d, γ %d', (strike, time, intensity, share, answer) => {
    const total = 0.25 ** 2
    const jumpVariance = (share * total) / intensity
    const { call } = mertonSeries({
      spot: 100,
      strike,
      rate: 0.08,
      time,
      volatility: Math.sqrt(total * (1 - share)),
      intensity,
      jumpMean: -jumpVariance / 2,
      jumpDeviation: Math.sqrt(jumpVariance),
    })
    expect(Math.abs(call - answer)).toBeLessThan(0.01)
  })

  // QuantLib's tests
  it.each([
    [0.1, -0.5, 2.125],
    [0.5, 0, 2.479],
  ])('Margrabe: T %d, ρ %d', (time, correlation, answer) => {
    const price = margrabe({
      spots: [22, 20],
      yields: [0.06, 0.04],
      volatilities: [0.2, 0.15],
      correlation,
      time,
    })
    expect(Math.abs(price - answer)).toBeLessThan(5e-4)
  })

  it('Heston: Lewis’ prices, in QuantLib’s tests', () => {
    const { call, put } = hestonPrice({
      spot: 100,
      strike: 100,
      rate: 0.01,
      yield: 0.02,
      time: 1,
      startVariance: 0.04,
      speed: 4,
      level: 0.25,
      volatility: 1,
      correlation: -0.5,
    })
    expect(put).toBeCloseTo(17.05527096127, 11)
    expect(call).toBeCloseTo(16.070154917028, 11)
  })

  it.each([
    ['QuantLet', { speed: 0.221, level: 0.02, volatility: 0.055, time: 0.25, rate: 0.02 }, 0.9950126],
    ['Hilpisch', { speed: 0.3, level: 0.04, volatility: 0.1, time: 5, rate: 0.04 }, 0.8212285],
  ])('Cox–Ingersoll–Ross bond: %s', (_name, parameters, answer) => {
    expect(cirBond(parameters)).toBeCloseTo(answer, 7)
  })
})

it('jumps that never come leave Black–Scholes, and parity holds with them', () => {
  const terms = { spot: 100, strike: 110, rate: 0.03, time: 2, volatility: 0.3 }
  const none = mertonSeries({ ...terms, intensity: 0, jumpMean: -0.1, jumpDeviation: 0.2 })
  expect(none.call).toBeCloseTo(blackScholes(terms).call, 12)
  const some = mertonSeries({ ...terms, intensity: 2, jumpMean: -0.3, jumpDeviation: 0.4 })
  expect(some.call - some.put).toBeCloseTo(100 - 110 * Math.exp(-0.06), 9)
})

it('without volatility an option is worth what it pays', () => {
  expect(blackScholes({ spot: 100, strike: 90, rate: 0, time: 1, volatility: 0 })).toEqual({
    call: 10,
    put: 0,
  })
})
