import { describe, expect, it } from 'vitest'
import { seedEvidence } from '@/scripts/forecast/seed-evidence'
import { exampleEngineInputs } from '../engine/example-engine-inputs'
import type { NetworkEvidence } from '../estimate/evidence'
import { cashBacktest, cashIntervals, networkMargins } from './cash-backtest'
import { cashReport } from './cash-report'

const evidence = seedEvidence()
const book = evidence.book('hopr-node-pc', 'hopr')
const hopr = evidence.network('hopr')!
const run = (network: NetworkEvidence, margins = networkMargins(network, book)) =>
  cashBacktest({ of: 'hopr', network, book, margins, horizons: [1, 3], history: 6 })

describe('intervals of cash', () => {
  it('are exact where nothing is uncertain, idle months at nothing', () => {
    const certain = { volatility: 0, levelDeviation: 0, nodeGrowth: 0, nodeGrowthDeviation: 0 }
    const inputs = exampleEngineInputs({
      ...certain,
      networkReward: 25,
      deviceRatio: 1,
      rewardGrowthDeviation: 0,
      runningCost: 20,
      runningCostLow: 20,
      runningCostHigh: 20,
    })
    expect(cashIntervals(inputs, [1, 6])).toEqual([
      { months: 1, p5: 30, p50: 30, p95: 30 },
      { months: 6, p5: 180, p50: 180, p95: 180 },
    ])
    const dear = { ...inputs, runningCost: { ...inputs.runningCost, value: 60 } }
    expect(cashIntervals(dear, [6])[0]?.p50).toBe(0)
  })

  it('are stated from what was known then: later months altered leave them in every bit', () => {
    const after = '2023-06'
    const wild: NetworkEvidence = {
      ...hopr,
      months: hopr.months.map((row) =>
        row.month > after
          ? { ...row, rewardsUsd: (row.rewardsUsd ?? 1) * 7, activeNodes: 3, tokenPriceUsd: 9 }
          : row,
      ),
    }
    const margins = networkMargins(hopr, book)
    const before = run(hopr, margins).filter(({ origin }) => origin <= after)
    expect(before.length).toBeGreaterThan(5)
    expect(run(wild, margins).filter(({ origin }) => origin <= after)).toEqual(before)
  })

  it('are set beside the cash of their whole window, and of none that is not known', () => {
    const margins = networkMargins(hopr, book)
    for (const { origin, months, outcome } of run(hopr)) {
      const window = [...margins].filter(([month]) => month > origin).slice(0, months)
      expect(outcome).toBeCloseTo(
        window.reduce((sum, [, margin]) => sum + margin, 0),
        9,
      )
    }
    const gap = new Map([...margins].filter(([month]) => month !== '2023-08'))
    expect(run(hopr, gap).some(({ origin, months }) => origin === '2023-07' && months > 0)).toBe(false)
  })
})

it('counts what fell outside on either side, furthest first', () => {
  const one = { of: 'a', origin: '2023-01', months: 1, p5: 10, p50: 20, p95: 40 }
  const report = cashReport([
    { ...one, outcome: 20 },
    { ...one, outcome: 60 },
    { ...one, of: 'b', outcome: 0 },
  ])
  expect(report.horizons).toMatchObject([{ n: 3, coverage: 1 / 3, below: 1, above: 1 }])
  expect(report.subjects.map(({ of }) => of)).toEqual(['b', 'a'])
  expect(report.misses).toMatchObject([
    { of: 'a', distance: 1 },
    { of: 'b', distance: 1 },
  ])
})
