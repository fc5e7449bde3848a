import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backtest, summarise } from './backtest'
import { constantsFor } from './constants'
import { type LogSeries, logRewardPerNode, monthIndex, type RewardRow } from './monthly-series'
import { forecastQuantile, forecastReward } from './reward-forecast'

const rows = parse(readFileSync('db/seed/networks-monthly.csv'), { columns: true }) as Record<
  string,
  string
>[]
const real = new Map<string, LogSeries>()
for (const name of new Set(rows.map((row) => row.network!))) {
  const own = rows.filter((row) => row.network === name)
  const figure = (text: string | undefined) => (text ? Number(text) : undefined)
  real.set(
    name,
    logRewardPerNode(
      own.map((row) => {
        const [rewardsUsd, nodes] = [figure(row.rewards_usd), figure(row.active_nodes)]
        return {
          month: row.month!,
          ...(rewardsUsd !== undefined && { rewardsUsd }),
          ...(nodes !== undefined && { nodes }),
        } satisfies RewardRow
      }),
    ),
  )
}
const run = (series: ReadonlyMap<string, LogSeries>, horizon: number) =>
  backtest({ series, horizons: [horizon], constants: constantsFor })

describe('backtest on the real networks', () => {
  // figures stated beside the file: the walk's coverage and interval score
  it.each([
    [1, 225, 0.88, 2.177],
    [3, 206, 0.811, 4.186],
    [6, 179, 0.799, 5.527],
  ])('scores the random walk %i months ahead as published', (horizon, n, coverage, score) => {
    const summary = summarise(run(real, horizon))!
    expect(summary.n).toBe(n)
    expect(summary.randomWalk.coverage).toBeCloseTo(coverage, 3)
    expect(summary.randomWalk.intervalScore).toBeCloseTo(score, 3)
  })

  it('scores each network with constants fitted without it, and does no worse than the walk at any horizon', () => {
    const ratios = [1, 3, 6].map((horizon) => {
      const { intervalScore, randomWalk } = summarise(run(real, horizon))!
      return intervalScore / randomWalk.intervalScore
    })
    for (const ratio of ratios) expect(ratio).toBeLessThanOrEqual(1)
    expect(ratios.reduce((a, b) => a + b) / ratios.length).toBeLessThanOrEqual(0.92)
  })

  it('forecasts the same bits when every later row is deleted or altered', () => {
    for (const [network, series] of real)
      for (const origin of series.keys()) {
        const past = new Map([...series].filter(([month]) => month <= origin))
        const altered = new Map([...series].map(([month, y]) => [month, month <= origin ? y : -3 * y + 1]))
        const [a, b, c] = [series, past, altered].map((one) =>
          forecastReward(one, origin, 6, constantsFor(network)),
        )
        expect(b).toStrictEqual(a)
        expect(c).toStrictEqual(a)
      }
  })

  it('scores only outcomes from the month asked for', () => {
    const from = monthIndex('2023-01')
    const scored = backtest({ series: real, horizons: [3], constants: constantsFor, from })
    expect(scored.length).toBeGreaterThan(0)
    expect(scored.every(({ origin }) => origin + 3 >= from)).toBe(true)
  })
})

describe('forecastReward', () => {
  it('orders its quantiles and widens with the horizon, whatever the history (seed 41)', () => {
    const history = fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 60 }), (values, horizon) => {
        const series = new Map(values.map((y, month) => [month, y]))
        const at = (h: number) => forecastReward(series, values.length - 1, h, constantsFor('unseen'))
        const forecast = at(horizon)
        const [p5, p50, p95] = [0.05, 0.5, 0.95].map((p) => forecastQuantile(forecast, p))
        expect(p5! < p50! && p50! < p95!).toBe(true)
        expect(at(horizon + 1).halfWidth).toBeGreaterThan(forecast.halfWidth)
      }),
      { seed: 41 },
    )
  })

  it('puts 5 % of its mass below P5', () => {
    const forecast = { median: 1, halfWidth: 0.7 }
    expect(forecastQuantile(forecast, 0.05)).toBeCloseTo(0.3, 12)
    expect(forecastQuantile(forecast, 0.95)).toBeCloseTo(1.7, 12)
  })
})
