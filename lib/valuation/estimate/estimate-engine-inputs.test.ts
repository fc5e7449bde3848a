import { describe, expect, it } from 'vitest'
import { engineInputsSchema } from '../engine/inputs'
import { valueWithEngine } from '../engine/value-with-engine'
import { assumptionBook } from './assumption-book'
import { estimateEngineInputs } from './estimate-engine-inputs'
import { estimateInputs } from './estimate-inputs'
import type { NetworkEvidence, NetworkMonth } from './evidence'
import { operatorRatios } from './operator-ratio'
import { rewardCorrelation } from './reward-correlation'
import { rewardVolatility } from './reward-volatility'

const values = {
  required_return: 0.25,
  horizon: 60,
  hazard: 0.15,
  hazard_deviation: 0.5,
  volatility_prior: 0.8,
  salvage_share: 0.35,
  salvage_decay: 0.35,
  running_cost: 5,
  running_cost_spread: 0.35,
  operator_share: 1,
  typical_uptime: 0.95,
  node_growth_half_life: 9,
  node_growth_prior: 0.1,
  node_growth_prior_deviation: 0.5,
  reward_growth_deviation: 0.2,
  level_deviation: 0.15,
  hardware_price: 400,
  compatibility: 0.5,
  switching_cost: 25,
  switching_time: 0.5,
  reward_transfer: 0.25,
  reward_correlation_prior: 0.4,
}
const bookWith = (changes: Partial<typeof values> = {}) =>
  assumptionBook(
    Object.entries({ ...values, ...changes }).map(([name, value]) => ({
      subject: 'all',
      name,
      value,
      unit: '',
      note: name,
    })),
    ['all'],
  )

/** A history whose dollars per node change by these logs, month after month. */
function history(changes: readonly number[], perNode = 20): NetworkMonth[] {
  let level = perNode
  return [0, ...changes].map((change, index) => {
    level *= Math.exp(change)
    return {
      month: `${2020 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
      rewardTokens: null,
      tokenPriceUsd: level / 10,
      rewardsUsd: level * 100,
      activeNodes: 100,
    }
  })
}
const network = (slug: string, months: NetworkMonth[]): NetworkEvidence => ({
  slug,
  token: slug.toUpperCase(),
  months,
  dailyPrices: [],
  operators: [],
})
const wave = (size: number, count: number) => Array.from({ length: count }, (_, i) => (i % 2 ? size : -size))
const unknown = { operator: null, uptime: null }
const here = network('here', history(wave(0.2, 12)))

describe('estimateEngineInputs', () => {
  it('gives inputs the engine takes, with where they come from', () => {
    const inputs = estimateEngineInputs(here, unknown, bookWith(), [
      { network: network('there', history(wave(0.2, 12), 320)), book: bookWith({ running_cost: 80 }) },
    ])
    expect(engineInputsSchema.parse(inputs)).toEqual(inputs)
    expect(inputs.moves).toHaveLength(1)
    expect(inputs.compatibility).toMatchObject({ value: 0.5, source: 'assumption' })
    expect(inputs.volatility.note).toContain('reward forecasts')
    expect(inputs.nodeGrowthDeviation.value).toBe(0)
  })

  it('lets a move see a quarter of the gap in reward and in cost, on the log scale', () => {
    const there = network('there', history(wave(0.2, 12), 320))
    const [move] = estimateEngineInputs(here, unknown, bookWith(), [
      { network: there, book: bookWith({ running_cost: 80 }) },
    ]).moves
    const plain = estimateInputs(here, unknown, bookWith())
    const own = plain.networkReward.value * plain.tokenPrice.value
    // sixteen times as much there: a quarter of the gap is a doubling
    expect((move?.reward.value ?? 0) / own).toBeCloseTo(2, 6)
    expect(move?.runningCost.value).toBeCloseTo(10, 6)
    expect(move?.reward.source).toBe('assumption')
  })

  describe('of a network whose operators differ', () => {
    // twenty nodes a piece of five operators, who earn from a twentieth to four times the median
    const levels = { poor: 1, low: 8, median: 20, good: 40, best: 80 }
    const place: NetworkEvidence = {
      ...here,
      operators: here.months.flatMap(({ month }) =>
        Object.entries(levels).map(([operator, perNode]) => ({
          operator,
          month,
          nodes: 20,
          rewardsUsd: 20 * perNode,
          costUsd: 5,
          costUsdLow: 4,
          costUsdHigh: 6,
        })),
      ),
    }
    const there = {
      network: network('there', history(wave(0.2, 12), 320)),
      book: bookWith({ running_cost: 5 }),
    }
    const of = (operator: string, uptime: { days: number; share: number } | null = null) =>
      estimateEngineInputs(place, { operator, uptime }, bookWith({ compatibility: 0.9 }), [there])
    const worthOf = (operator: string) =>
      valueWithEngine(of(operator), { seed: 1, paths: 1024, policyPaths: 256 }).value

    it('lets each device start from its own level: the median’s as before, the others from theirs', () => {
      const ratios = operatorRatios(place.operators)
      const middle = of('median')
      expect(middle.deviceRatio.value).toBeCloseTo(1, 9)
      for (const operator of Object.keys(levels)) {
        const ratio = ratios?.ratioOf(operator)?.ratio ?? Number.NaN
        const [move] = of(operator).moves
        expect((move?.reward.value ?? 0) / middle.moves[0]!.reward.value).toBeCloseTo(ratio ** 0.75, 9)
      }
      const unknownOne = estimateEngineInputs(place, unknown, bookWith(), [there])
      expect(middle.moves[0]!.reward.value).toBeCloseTo(unknownOne.moves[0]!.reward.value, 9)
    })

    it('makes a poor device worth less than a good one, and each less than the next', () => {
      const values = Object.keys(levels).map(worthOf)
      expect(values).toEqual(values.toSorted((a, b) => a - b))
      // its right to move is not what a median device would earn there
      const asMedian = of('poor')
      asMedian.moves[0]!.reward = of('median').moves[0]!.reward
      const before = valueWithEngine(asMedian, { seed: 1, paths: 1024, policyPaths: 256 }).value
      expect(values[0]).toBeLessThan(0.5 * before)
    })

    it('leaves uptime to the engine, which has it here and there', () => {
      const poorly = of('low', { days: 60, share: 0.4 })
      expect(poorly.uptimeFactor.value).toBeLessThan(0.7)
      expect(poorly.moves[0]!.reward.value).toBe(of('low').moves[0]!.reward.value)
    })
  })

  it('keeps the two networks that would pay most, in their order', () => {
    const places = [30, 300, 100].map((reward, index) => ({
      network: network(`net-${index}`, history(wave(0.2, 12), reward)),
      book: bookWith(),
    }))
    const { moves } = estimateEngineInputs(here, unknown, bookWith(), places)
    expect(moves.map((move) => move.network)).toEqual(['net-1', 'net-2'])
  })

  it('leaves out networks whose reward nobody knows, and knows no moves where there are none', () => {
    const blank = history([]).map((row) => ({ ...row, rewardsUsd: null }))
    expect(
      estimateEngineInputs(here, unknown, bookWith(), [
        { network: network('blank', blank), book: bookWith() },
      ]).moves,
    ).toEqual([])
    const alone = estimateEngineInputs(here, unknown, bookWith(), [])
    expect(alone.moves).toEqual([])
    expect(alone.compatibility.value).toBe(0)
  })

  it('falls back on the token’s price where no reward per node is known', () => {
    const uncounted = history(wave(0.2, 12)).map((row) => ({ ...row, activeNodes: null }))
    const book = assumptionBook(
      [...Object.entries(values), ['active_nodes', 100] as const].map(([name, value]) => ({
        subject: 'all',
        name,
        value,
        unit: '',
        note: name,
      })),
      ['all'],
    )
    const inputs = estimateEngineInputs(network('uncounted', uncounted), unknown, book, [])
    expect(inputs.volatility.note).toContain('monthly changes')
    expect(inputs.nodeGrowthDeviation.value).toBeGreaterThan(0)
  })
})

describe('the spread of rewards', () => {
  const spread = (size: number, count: number) => {
    const months = history(wave(size, count))
    return rewardVolatility('net', months, months.at(-1)?.month ?? '')?.volatility.value ?? Number.NaN
  }
  it('is wider for a restless network, and drawn towards all networks’ where months are few', () => {
    expect(spread(0.4, 36)).toBeGreaterThan(spread(0.1, 36))
    // calm networks look less calm, and wild ones less wild, on a short history
    expect(spread(0.02, 6)).toBeGreaterThan(spread(0.02, 48))
    expect(spread(1.2, 6)).toBeLessThan(spread(1.2, 48))
  })
  it('is not known where the month’s reward per node is not', () => {
    expect(rewardVolatility('net', history(wave(0.1, 5)), '2030-01')).toBeUndefined()
  })
})

describe('correlation of rewards', () => {
  const prior = { value: 0.4, source: 'assumption' as const, note: 'prior' }
  const steps = Array.from({ length: 40 }, (_, i) => Math.sin(i * i))
  it('is estimated from months in common and drawn towards the prior', () => {
    const same = rewardCorrelation(history(steps), history(steps), prior)
    expect(same.value).toBeCloseTo((40 + 24 * 0.4) / 64, 9)
    const opposite = rewardCorrelation(history(steps), history(steps.map((x) => -x)), prior)
    expect(opposite.value).toBeCloseTo((-40 + 24 * 0.4) / 64, 9)
  })
  it('is the prior where there is nothing to go by', () => {
    expect(rewardCorrelation(history([0.1]), history(steps), prior).value).toBe(0.4)
    expect(rewardCorrelation(history(wave(0, 20)), history(steps), prior).value).toBeCloseTo(0.4, 12)
  })
})
