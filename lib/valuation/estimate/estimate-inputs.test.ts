import { describe, expect, it } from 'vitest'
import { valuationInputsSchema } from '../inputs'
import { assumptionBook, MissingAssumptionError } from './assumption-book'
import { estimateInputs } from './estimate-inputs'
import type { NetworkEvidence, NetworkMonth, OperatorMonth } from './evidence'
import { UnknownRewardError } from './reward-level'

const values = {
  required_return: 0.25,
  horizon: 60,
  hazard: 0.15,
  hazard_deviation: 0.5,
  volatility_prior: 0.8,
  salvage_share: 0.35,
  salvage_decay: 0.35,
  running_cost: 20,
  running_cost_spread: 0.35,
  operator_share: 1,
  typical_uptime: 0.95,
  node_growth_half_life: 9,
  node_growth_prior: 0.1,
  node_growth_prior_deviation: 0.5,
  reward_growth_deviation: 0.2,
  level_deviation: 0.15,
  hardware_price: 400,
}
const rows = Object.entries(values).map(([name, value]) => ({
  subject: 'all',
  name,
  value,
  unit: '',
  note: name,
}))
const book = assumptionBook(rows, ['model', 'net', 'storage', 'all'])

const month = (index: number, changes: Partial<NetworkMonth> = {}): NetworkMonth => ({
  month: `2023-${String(index).padStart(2, '0')}`,
  rewardTokens: 1000,
  tokenPriceUsd: 2,
  rewardsUsd: 2000,
  activeNodes: 100,
  ...changes,
})
const network = (changes: Partial<NetworkEvidence> = {}): NetworkEvidence => ({
  slug: 'net',
  token: 'NET',
  months: [1, 2, 3, 4].map((index) => month(index)),
  dailyPrices: [],
  operators: [],
  ...changes,
})
const unknown = { operator: null, uptime: null }

describe('estimateInputs', () => {
  it('turns public figures into inputs that the model takes', () => {
    const inputs = estimateInputs(network(), unknown, book)
    expect(valuationInputsSchema.parse(inputs)).toEqual(inputs)
    expect(inputs).toMatchObject({
      asOf: '2023-04',
      tokenPrice: { value: 2, source: 'observed', note: 'NET, 2023-04' },
      networkReward: { value: 10, source: 'estimated' },
      deviceRatio: { value: 1, source: 'assumption' },
      uptimeFactor: { value: 1, source: 'assumption' },
      runningCost: { value: 20, source: 'assumption' },
      salvage: { value: 140 },
    })
    expect(inputs.runningCostLow.value).toBeCloseTo(13, 10)
    expect(inputs.runningCostHigh.value).toBeCloseTo(27, 10)
  })

  it('carries a node count on, says its month and is less certain', () => {
    const months = [1, 2, 3, 4].map((index) => month(index, index > 2 ? { activeNodes: null } : {}))
    const inputs = estimateInputs(network({ months }), unknown, book)
    expect(inputs.asOf).toBe('2023-04')
    expect(inputs.networkReward.note).toContain('node count of 2023-02')
    const certain = estimateInputs(network(), unknown, book)
    expect(inputs.levelDeviation.value).toBeGreaterThan(certain.levelDeviation.value)
  })

  it('does not take a copied column, a blank or a price that was rounded away for a figure', () => {
    const copied = [1, 2, 3].map((index) => month(index, { rewardsUsd: 1000 }))
    const repaired = estimateInputs(network({ months: copied }), unknown, book)
    expect(repaired.networkReward.value).toBeCloseTo(10, 10)
    expect(repaired.networkReward.note).toContain('tokens × price')

    const blank = [
      month(1),
      month(2, { rewardTokens: null, rewardsUsd: 0 }),
      month(3, { tokenPriceUsd: null }),
    ]
    expect(estimateInputs(network({ months: blank }), unknown, book).asOf).toBe('2023-01')
  })

  it('refuses a network that does not tell what a node earns, and a missing assumption', () => {
    const months = [month(1, { activeNodes: null })]
    expect(() => estimateInputs(network({ months }), unknown, book)).toThrow(UnknownRewardError)
    const without = assumptionBook(
      rows.filter((row) => row.name !== 'hazard'),
      ['all'],
    )
    expect(() => estimateInputs(network(), unknown, without)).toThrow(MissingAssumptionError)
  })

  it('assumes a node count where none is known, and labels it', () => {
    const months = [1, 2, 3].map((index) => month(index, { activeNodes: null }))
    const assumed = assumptionBook(
      [
        ...rows,
        { subject: 'net', name: 'active_nodes', value: 50, unit: 'nodes', note: 'order of magnitude' },
      ],
      ['net', 'all'],
    )
    const inputs = estimateInputs(network({ months }), unknown, assumed)
    expect(inputs.networkReward).toMatchObject({ value: 20, source: 'assumption' })
    expect(inputs.networkReward.note).toContain('order of magnitude')
  })

  it('draws an operator towards the median node, less the longer its history', () => {
    const operators: OperatorMonth[] = []
    const add = (operator: string, perNode: (index: number) => number, months: number) => {
      for (let index = 5 - months; index <= 4; index++)
        operators.push({
          operator,
          month: `2023-0${index}`,
          nodes: 10,
          rewardsUsd: 10 * perNode(index),
          costUsd: 5,
          costUsdLow: 4,
          costUsdHigh: 7,
        })
    }
    for (let other = 0; other < 9; other++)
      add(`plain-${other}`, (index) => 20 * Math.exp(0.3 * Math.cos(other * 7 + index * 3)), 4)
    add('long', (index) => 60 * Math.exp(0.3 * Math.cos(index * 3)), 4)
    add('short', (index) => 60 * Math.exp(0.3 * Math.cos(index * 3)), 1)
    const of = (operator: string) => estimateInputs(network({ operators }), { operator, uptime: null }, book)
    const [long, short] = [of('long'), of('short')]
    expect(long.deviceRatio.value).toBeGreaterThan(1.5)
    expect(short.deviceRatio.value).toBeGreaterThan(1)
    expect(short.deviceRatio.value).toBeLessThan(long.deviceRatio.value)
    expect(short.levelDeviation.value).toBeGreaterThan(long.levelDeviation.value)
    expect(long.runningCost).toMatchObject({ value: 5, source: 'observed' })
    expect(long.runningCostHigh.value).toBe(7)
  })

  it('measures uptime against the typical one, by as much as there are days', () => {
    const at = (days: number) =>
      estimateInputs(network(), { operator: null, uptime: { days, share: 0.5 } }, book).uptimeFactor.value
    expect(at(300)).toBeLessThan(at(10))
    expect(at(10)).toBeLessThan(1)
    expect(at(1e9)).toBeCloseTo(0.5 / 0.95, 6)
  })
})
