import fc from 'fast-check'
import { expect, test } from 'vitest'
import { healthOf, windowHours } from './device-health'

const SEED = 20_261_121
const HOUR = 3_600_000
const now = new Date('2026-06-10T12:30:00Z')
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * HOUR)
const seconds = { day: 12 * 3600, week: 84 * 3600, month: 90 * 3600 }

test('shares are of the whole hours of each window', () => {
  const { uptime } = healthOf({ lastHour: hoursAgo(1.5), seconds, since: hoursAgo(2_000) }, now)
  expect(uptime).toEqual({ day: 0.5, week: 0.5, month: 0.125 })
})

test('a young device is measured by the hours it has had, and by none before the first is over', () => {
  const young = healthOf(
    { lastHour: hoursAgo(1.5), seconds: { day: 3600, week: 3600, month: 3600 }, since: hoursAgo(2.6) },
    now,
  )
  expect(young.uptime).toEqual({ day: 0.5, week: 0.5, month: 0.5 })
  const newborn = healthOf(
    { lastHour: undefined, seconds: { day: 0, week: 0, month: 0 }, since: hoursAgo(0.2) },
    now,
  )
  expect(newborn).toEqual({
    state: 'never',
    last: undefined,
    uptime: { day: undefined, week: undefined, month: undefined },
  })
})

test('a device is silent three hours after the end of the last hour it reported, not before', () => {
  const at = (hours: number) =>
    healthOf({ lastHour: hoursAgo(hours), seconds, since: hoursAgo(100) }, now).state
  expect(at(3.9)).toBe('reporting')
  expect(at(4)).toBe('reporting')
  expect(at(4.01)).toBe('silent')
})

test('no share leaves 0 to 1, whatever was reported', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3_000_000 }), fc.integer({ min: 0, max: 1_000 }), (up, age) => {
      const all = { day: up, week: up, month: up }
      const { uptime } = healthOf({ lastHour: hoursAgo(2), seconds: all, since: hoursAgo(age) }, now)
      for (const window of Object.keys(windowHours) as (keyof typeof windowHours)[]) {
        const share = uptime[window]
        if (share !== undefined) expect(share >= 0 && share <= 1).toBe(true)
      }
    }),
    { seed: SEED },
  )
})
