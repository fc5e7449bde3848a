import { expect, test } from 'vitest'
import { parseJoining } from '../positions/read-joining'
import { parseFleetKnobs } from './parse-fleet-knobs'

test('a plan’s address sets what can be chosen, and anything else is as assumed', () => {
  expect(parseFleetKnobs({ cost: '2', share: '5' })).toEqual({ cost: 2, share: 0.05 })
  expect(parseFleetKnobs({ cost: '0', share: '100' })).toEqual({ cost: 0, share: 1 })
  for (const odd of [{}, { cost: '3', share: '-1' }, { cost: ['2'], share: 'all' }, { cost: 'NaN' }])
    expect(parseFleetKnobs(odd)).toEqual({ cost: 1, share: undefined })
})

test('devices that join are a whole number up to ten million; anything else is 500', () => {
  expect(parseJoining({ joining: '2500', where: 'cell' })).toEqual({ joining: 2_500, where: 'cell' })
  expect(parseJoining({ joining: '99999999' })).toEqual({ joining: 10_000_000, where: 'network' })
  for (const joining of [undefined, '', '-5', '1e9', 'many', ['500']])
    expect(parseJoining({ joining, where: 'moon' })).toEqual({ joining: 500, where: 'network' })
})
