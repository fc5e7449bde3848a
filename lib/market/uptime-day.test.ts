import { expect, test } from 'vitest'
import { calendarOf, UPTIME_DAYS, uptimeSince } from './uptime-day'

const now = new Date('2026-03-02T05:00:00Z')
const report = (day: string) => ({ day, reports: 24, seconds: 86_400 })

test('a calendar runs from the first report to today, over the end of a month; silent days stand in it', () => {
  const days = calendarOf([report('2026-02-27'), report('2026-03-01')], now)
  expect(days.map(({ day }) => day)).toEqual(['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02'])
  expect(days.map(({ reported }) => reported !== undefined)).toEqual([true, false, true, false])
})

test('nothing reported is no calendar; a long one is cut to its newest days', () => {
  expect(calendarOf([], now)).toEqual([])
  const days = calendarOf([report('2024-01-01')], now)
  expect(days).toHaveLength(UPTIME_DAYS)
  expect(days[0] && days[0].day > uptimeSince(now)).toBe(true)
})
