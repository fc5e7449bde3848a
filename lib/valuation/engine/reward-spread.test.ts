import { expect, it } from 'vitest'
import { CONSTANTS } from '../forecast/constants'
import { forecastReward } from '../forecast/reward-forecast'
import { rewardSpread } from './reward-spread'

const months = [1, 3, 6, 12]
const history = new Map([0, 0.2, -0.1, 0.05, 0.3, 0.1, 0.4].map((y, month) => [month, y]))
const forecasts = months.map((horizon) => ({
  months: horizon,
  forecast: forecastReward(history, 6, horizon, CONSTANTS),
}))

it('comes within a tenth of the forecast’s half-width at every horizon', () => {
  const { volatility, growthDeviation } = rewardSpread(forecasts)
  for (const { months: horizon, forecast } of forecasts) {
    const time = horizon / 12
    const half = 1.6448536269514722 * Math.sqrt(volatility ** 2 * time + (growthDeviation * time) ** 2)
    expect(Math.abs(half / forecast.halfWidth - 1)).toBeLessThan(0.1)
  }
})

it('finds the walk and the trend that made the widths', () => {
  const widths = months.map((horizon) => ({
    months: horizon,
    forecast: {
      median: 0,
      halfWidth: 1.6448536269514722 * Math.sqrt(0.64 * (horizon / 12) + 0.09 * (horizon / 12) ** 2),
    },
  }))
  expect(rewardSpread(widths).volatility).toBeCloseTo(0.8, 9)
  expect(rewardSpread(widths).growthDeviation).toBeCloseTo(0.3, 9)
})

it('makes do with one horizon, and with widths that grow slower than a walk’s or faster than a trend’s', () => {
  const of = (width: (horizon: number) => number, horizons = months) =>
    rewardSpread(
      horizons.map((horizon) => ({ months: horizon, forecast: { median: 0, halfWidth: width(horizon) } })),
    )
  expect(of(() => 1, [12])).toEqual({
    volatility: expect.closeTo(1 / 1.6448536269514722, 12),
    growthDeviation: 0,
  })
  expect(of((horizon) => horizon ** 0.3).growthDeviation).toBe(0)
  expect(of((horizon) => horizon ** 1.4).volatility).toBe(0)
  expect(() => rewardSpread([])).toThrow(RangeError)
})
