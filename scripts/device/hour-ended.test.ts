import { expect, test } from 'vitest'
import { hourEnded } from './hour-ended'

const at = (time: string) => new Date(`2026-03-01T${time}Z`)
const epoch = BigInt(at('10:00:00').getTime() / 3_600_000)

test('an hour that goes on is not reported', () => {
  expect(hourEnded(at('10:00:00'), at('10:59:59'))).toBeUndefined()
})

test('an hour is reported with the seconds the agent ran in it, and the next counts from its start', () => {
  expect(hourEnded(at('10:00:00'), at('11:00:30'))).toEqual({
    measured: { epoch, uptime: 3600 },
    since: at('11:00:00'),
  })
  expect(hourEnded(at('10:45:00'), at('11:00:01'))).toEqual({
    measured: { epoch, uptime: 900 },
    since: at('11:00:00'),
  })
})

test('a machine that slept through an hour claims none of the time it cannot vouch for', () => {
  expect(hourEnded(at('10:45:00'), at('12:10:00'))).toEqual({
    measured: { epoch, uptime: 0 },
    since: at('12:10:00'),
  })
})
