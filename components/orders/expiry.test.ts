import { expect, test } from 'vitest'
import { endOf, readExpiry, toControl, usualExpiry } from './expiry'

const now = Date.parse('2026-01-10T08:30:20Z')

test('so many days from now, or a moment in UTC', () => {
  expect(endOf({ days: 7, until: '' }, now)).toBe(Date.parse('2026-01-17T08:30:20Z') / 1000)
  expect(endOf({ days: 7, until: '2026-02-01T00:15' }, now)).toBe(Date.parse('2026-02-01T00:15:00Z') / 1000)
})

test.each(['2026-02-31T25:00', '2026-02-01', 'soon', '2026-02-01T00:15Z'])('%s is no moment', (until) => {
  expect(endOf({ days: 7, until }, now)).toBeUndefined()
})

test('what was kept is read back; nonsense is the usual', () => {
  expect(readExpiry({ days: 90, until: '2026-02-01T00:15' })).toEqual({ days: 90, until: '2026-02-01T00:15' })
  expect(readExpiry({ days: 91, until: 'soon' })).toEqual(usualExpiry)
  expect(readExpiry('x')).toEqual(usualExpiry)
})

test('a moment goes to the control and back, to the minute', () => {
  expect(toControl(now)).toBe('2026-01-10T08:30')
  expect(endOf({ days: 1, until: toControl(now) }, now)).toBe(Math.floor(now / 60_000) * 60)
})
