import { describe, expect, it } from 'vitest'
import { quantile, sorted } from '@/lib/math/statistics/quantiles'
import { exampleEngineInputs } from './example-engine-inputs'
import { choleskyRoot, drawMarket } from './market-draws'
import { positionScenarios } from './position-scenarios'
import { valueWithEngine } from './value-with-engine'

const slugs = ['here', 'other-1', 'apart']
const networks = slugs.map((slug) => ({ slug, token: slug, jumpShare: 0 }))
const correlations = [
  [1, 0.8, 0],
  [0.8, 1, 0.3],
  [0, 0.3, 1],
]
const market = drawMarket({ networks, correlations }, 4_000, 36, 5)

describe('drawMarket', () => {
  it('gives walks of the stated correlations, each standard normal', () => {
    const walks = slugs.map((slug) => market.byNetwork.get(slug)!.shocks)
    const mean = (a: Float64Array, b: Float64Array) => a.reduce((sum, x, i) => sum + x * b[i]!, 0) / a.length
    walks.forEach((a, i) => {
      walks.forEach((b, j) => {
        expect(mean(a, b)).toBeCloseTo(correlations[i]![j]!, 1.7)
      })
    })
  })

  it('draws the same months again when more are asked for', () => {
    const longer = drawMarket({ networks, correlations }, 4_000, 48, 5)
    const [short, long] = [market, longer].map((one) => one.byNetwork.get('apart')!.shocks)
    expect(long!.slice(7 * 48, 7 * 48 + 36)).toEqual(short!.slice(7 * 36, 8 * 36))
  })

  it('draws contradicting correlations towards zero until they are one matrix', () => {
    const contradiction = [
      [1, 0.9, -0.9],
      [0.9, 1, 0.9],
      [-0.9, 0.9, 1],
    ]
    const root = choleskyRoot(contradiction)
    const product = root.map((a) => root.map((b) => a.reduce((sum, x, k) => sum + x * b[k]!, 0)))
    for (const [i, row] of product.entries()) expect(row[i]).toBeCloseTo(1, 10)
    expect(product[0]![1]).toBeGreaterThan(0.4)
    expect(product[0]![1]).toBeCloseTo(-product[0]![2]!, 10)
  })
})

describe('positionScenarios', () => {
  const inputs = exampleEngineInputs({ horizon: 36 })
  const { valuation } = valueWithEngine(inputs)
  const valueUsd = Number(valuation.value) / 100
  const question = { inputs, policyPaths: 512, valueUsd, months: [12, 36] }
  const at = (network: string, seeds: number[]) => positionScenarios({ ...question, network, seeds }, market)!

  it('has the valuation’s mean, and its quantiles within what the number of paths leaves open', () => {
    const [position] = at('here', [1])
    const values = sorted(Float64Array.from(position![1]!))
    expect(values.reduce((sum, x) => sum + x, 0) / values.length).toBeCloseTo(valueUsd, 2)
    for (const [p, cents] of [
      [0.05, valuation.p5],
      [0.5, valuation.p50],
      [0.95, valuation.p95],
    ] as const)
      expect(Math.abs(quantile(values, p) / (Number(cents) / 100) - 1)).toBeLessThan(0.12)
  })

  it('is worth less the shorter it is held', () => {
    const [[year, whole]] = at('here', [1]) as [[Float32Array, Float32Array]]
    const mean = (values: Float32Array) => values.reduce((sum, x) => sum + x, 0) / values.length
    expect(mean(year)).toBeLessThan(mean(whole))
  })

  it('moves together within a network, less between correlated ones, and least between those apart', () => {
    const [one, other] = at('here', [1, 2])
    const [there] = at('other-1', [3])
    const [apart] = at('apart', [4])
    const within = correlation(one![1]!, other![1]!)
    const between = correlation(one![1]!, there![1]!)
    const least = correlation(one![1]!, apart![1]!)
    expect(within).toBeGreaterThan(between)
    expect(between).toBeGreaterThan(least)
    // a device fails by itself, so that not even neighbours move as one
    expect(within).toBeLessThan(0.99)
    // the unknown trend is shared by all
    expect(least).toBeGreaterThan(0)
  })

  it('is not there for a network that the market lacks', () => {
    expect(positionScenarios({ ...question, network: 'nowhere', seeds: [1] }, market)).toBeUndefined()
  })
})

function correlation(a: Float32Array, b: Float32Array): number {
  const log = (values: Float32Array) => Float64Array.from(values, (x) => Math.log(Math.max(x, 1)))
  const [x, y] = [log(a), log(b)]
  const mean = (values: Float64Array) => values.reduce((sum, v) => sum + v, 0) / values.length
  const [mx, my] = [mean(x), mean(y)]
  const cov = (p: Float64Array, mp: number, q: Float64Array, mq: number) =>
    p.reduce((sum, v, i) => sum + (v - mp) * (q[i]! - mq), 0)
  return cov(x, mx, y, my) / Math.sqrt(cov(x, mx, x, mx) * cov(y, my, y, my))
}
