import { expect, test } from 'vitest'
import { dayNumber, doublings, monthNumber, ticksOf, timeTicks } from './chart-ticks'

test('ticks span the figures, from round value to round value', () => {
  for (const [low, high] of [
    [3, 97],
    [-0.6, 0.62],
    [0, 0.0004],
  ] as const) {
    const ticks = ticksOf(low, high, false)
    expect(ticks[0]).toBeLessThanOrEqual(low)
    expect(ticks.at(-1)).toBeGreaterThanOrEqual(high - 1e-12)
  }
  expect(ticksOf(-1, 1, false)).toContain(0)
})

test('on a log scale by 1, 2 and 5 within a decade, by tens beyond', () => {
  expect(ticksOf(12, 90, true)).toEqual([10, 20, 50, 100])
  expect(ticksOf(0.3, 4_000_000, true)).toEqual(
    [0.1, 1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000].filter((_, i) => i % 2 === 0),
  )
})

test('log growth stands at halvings and doublings, nothing among them', () => {
  const ticks = doublings(-1, 0.4).map((tick) => Math.exp(tick))
  expect(ticks.map((tick) => Math.round(tick * 1e6) / 1e6)).toEqual([0.25, 0.5, 1, 2])
})

test('time is told by years, or by its ends where it is short', () => {
  const months = (from: string, to: string) =>
    timeTicks(monthNumber(from), monthNumber(to), 'month').map(({ text }) => text)
  expect(months('2019-08-01', '2022-03-01')).toEqual(['2020', '2021', '2022'])
  expect(months('2023-01-01', '2023-06-01')).toEqual(['Jan 2023', 'Jun 2023'])
  expect(timeTicks(dayNumber('2026-11-20'), dayNumber('2026-11-20'), 'day')).toHaveLength(1)
})
