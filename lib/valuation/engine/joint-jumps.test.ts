import { describe, expect, it } from 'vitest'
import { quantile, sorted } from '@/lib/math/statistics/quantiles'
import { meanValue } from './cash-flows'
import { exampleEngineInputs } from './example-engine-inputs'
import { drawJointScenarios } from './joint-scenarios'
import { drawMarket, type MarketShape } from './market-draws'
import { positionScenarios } from './position-scenarios'
import { drawScenarios } from './scenarios'
import { valueWithEngine } from './value-with-engine'

/** Seldom, large and downwards: half of the variance 0.8² a year, and a tail that no walk has. */
const crashes = { jumpIntensity: 0.5, jumpMean: -0.75, jumpDeviation: 0.2 }
/** As HNT's and FIL's prices have them: often and small. */
const tremors = { jumpIntensity: 150, jumpMean: -0.004, jumpDeviation: 0.053 }
const shareOf = ({ jumpIntensity, jumpMean, jumpDeviation }: typeof crashes) =>
  (jumpIntensity * (jumpMean ** 2 + jumpDeviation ** 2)) / 0.64
const certain = { levelDeviation: 0, rewardGrowthDeviation: 0, nodeGrowthDeviation: 0, moves: [] }
const MONTHS = 12

const alone = (jumps: typeof crashes): MarketShape => ({
  networks: [{ slug: 'here', token: 'HERE', jumpShare: shareOf(jumps) }],
  correlations: [[1]],
})

/** Log of the reward over its mean at the last month, path by path. */
function lastLogs(noise: Float64Array): Float64Array {
  return Float64Array.from({ length: noise.length / MONTHS }, (_, path) =>
    Math.log(noise[path * MONTHS + MONTHS - 1]!),
  )
}

describe('jumps in scenarios of a whole market', () => {
  it.each([
    ['crashes', crashes],
    ['tremors', tremors],
  ])('spread a reward as a single valuation’s do, quantile by quantile: %s', (_, jumps) => {
    const inputs = exampleEngineInputs({ ...certain, ...jumps, horizon: MONTHS })
    const market = drawMarket(alone(jumps), 40_000, MONTHS, 11)
    const joint = sorted(lastLogs(drawJointScenarios(inputs, 'here', market, 1)!.noise[0]!))
    const single = sorted(lastLogs(drawScenarios(inputs, 40_000, 7).noise[0]!))
    for (const p of [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99])
      expect(Math.abs(quantile(joint, p) - quantile(single, p))).toBeLessThan(0.05)
    expect(meanValue(joint.map(Math.exp))).toBeCloseTo(1, 1)
  })

  it('have a tail that a walk of their variance lacks: what these tests would not let through', () => {
    const [jumping, walking] = [crashes, {}].map((jumps) => {
      const inputs = exampleEngineInputs({ ...certain, ...jumps, horizon: MONTHS })
      const market = drawMarket(alone(crashes), 40_000, MONTHS, 11)
      return sorted(lastLogs(drawJointScenarios(inputs, 'here', market, 1)!.noise[0]!))
    })
    expect(quantile(walking!, 0.01) - quantile(jumping!, 0.01)).toBeGreaterThan(0.1)
    expect(quantile(jumping!, 0.5) - quantile(walking!, 0.5)).toBeGreaterThan(0.1)
  })

  it('bring a position to the quantiles and the tail of its valuation', () => {
    const inputs = exampleEngineInputs({ ...crashes, horizon: 24, moves: [] })
    const { valuation, realised } = valueWithEngine(inputs, { seed: 3, paths: 40_000, policyPaths: 512 })
    const market = drawMarket(alone(crashes), 40_000, 24, 5)
    const question = { inputs, policyPaths: 512, valueUsd: Number(valuation.value) / 100, months: [24] }
    const [[values]] = positionScenarios({ ...question, network: 'here', seeds: [9] }, market)! as [
      [Float32Array],
    ]
    const [joint, single] = [sorted(Float64Array.from(values)), sorted(realised)]
    for (const p of [0.05, 0.25, 0.5, 0.75, 0.95])
      expect(Math.abs(quantile(joint, p) / quantile(single, p) - 1)).toBeLessThan(0.03)
    const worst = (of: Float64Array) => meanValue(of.subarray(0, of.length / 20))
    expect(Math.abs(worst(joint) / worst(single) - 1)).toBeLessThan(0.04)
  })

  it('strike all that is paid in one token together, and leave networks moving together as they are said to', () => {
    const share = shareOf(tremors)
    const correlations = [
      [1, 0.8, 0.5, 0.5],
      [0.8, 1, 0.5, 0.4],
      [0.5, 0.5, 1, 0.6],
      [0.5, 0.4, 0.6, 1],
    ]
    const market = drawMarket(
      {
        networks: [
          { slug: 'one', token: 'A', jumpShare: share },
          { slug: 'two', token: 'A', jumpShare: share },
          { slug: 'three', token: 'B', jumpShare: share },
          { slug: 'four', token: 'C', jumpShare: 0 },
        ],
        correlations,
      },
      20_000,
      MONTHS,
      21,
    )
    const logs = ['one', 'two', 'three', 'four'].map((slug, k) => {
      const inputs = exampleEngineInputs({ ...certain, ...(k < 3 && tremors), horizon: MONTHS })
      return lastLogs(drawJointScenarios(inputs, slug, market, k)!.noise[0]!)
    })
    const [one, two, three, four] = [...market.byNetwork.values()]
    expect(one!.jumps).toBe(two!.jumps)
    expect(one!.jumps).not.toBe(three!.jumps)
    // walk and jumps are independent in each network
    for (const network of [one!, two!, three!, four!])
      expect(Math.abs(correlation(network.shocks, network.jumps.sizes))).toBeLessThan(0.01)
    // two thirds of the variance are jumps, and yet every two networks move together by what is known of them
    for (const [i, j] of [
      [0, 2],
      [0, 3],
      [1, 2],
      [2, 3],
    ] as const)
      expect(Math.abs(correlation(logs[i]!, logs[j]!) - correlations[i]![j]!)).toBeLessThan(0.06)
    // those of one token share its jumps whole
    expect(correlation(logs[0]!, logs[1]!)).toBeGreaterThan(share)
  })

  it('go on where fewer months ended', () => {
    const [short, long] = [12, 18].map(
      (months) => drawMarket(alone(crashes), 200, months, 5).byNetwork.get('here')!,
    )
    for (const of of ['counts', 'sizes'] as const)
      expect(long!.jumps[of].slice(7 * 18, 7 * 18 + 12)).toEqual(short!.jumps[of].slice(7 * 12, 8 * 12))
    expect(long!.shocks.slice(7 * 18, 7 * 18 + 12)).toEqual(short!.shocks.slice(7 * 12, 8 * 12))
  })
})

function correlation(a: Float64Array, b: Float64Array): number {
  const [x, y] = [meanValue(a), meanValue(b)]
  const cov = (p: Float64Array, mp: number, q: Float64Array, mq: number) =>
    p.reduce((sum, v, i) => sum + (v - mp) * (q[i]! - mq), 0)
  return cov(a, x, b, y) / Math.sqrt(cov(a, x, a, x) * cov(b, y, b, y))
}
