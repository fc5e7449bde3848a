import { expect, test } from 'vitest'
import type { Observation } from '@/lib/market/observations/observation'
import { admit } from './admit'

const now = new Date('2024-07-02T00:00:00Z')
const given = { networks: new Set(['relay']), now, clock: undefined }
const says = (change: Partial<Observation>): Observation => ({
  network: 'relay',
  measure: 'rewards_usd',
  span: 'month',
  period: '2024-06-01',
  value: '1',
  knownAt: now,
  ...change,
})

test('what cannot be true is refused by name, and its neighbours stand', () => {
  const { admitted, refused } = admit(
    [
      says({}),
      says({ network: 'nowhere' }),
      says({ period: '2024-08-01' }),
      says({ period: '2024-05-01', knownAt: new Date('2023-05-01T00:00:00Z') }),
      says({ measure: 'active_nodes', value: undefined }),
    ],
    given,
  )
  expect(admitted.map(({ measure }) => measure)).toEqual(['rewards_usd', 'active_nodes'])
  expect(refused).toEqual([
    { place: 'nowhere rewards_usd 2024-06-01', reason: 'There is no network of that name.' },
    { place: 'relay rewards_usd 2024-08-01', reason: 'The period has not begun.' },
    { place: 'relay rewards_usd 2024-05-01', reason: 'It was published before its period began.' },
  ])
})

test('of two words in one reading the first stands; the same word twice is one', () => {
  const { admitted, refused } = admit(
    [says({}), says({}), says({ value: '2' }), says({ value: undefined })],
    given,
  )
  expect(admitted).toEqual([says({})])
  expect(refused.map(({ reason }) => reason)).toEqual(['A row before says 1.', 'A row before says 1.'])
})

test('what a source dates in the future is known now, unless a chain proves that its clock is ahead', () => {
  const ahead = new Date('2024-09-02T00:00:00Z')
  expect(admit([says({ knownAt: ahead })], given).admitted).toEqual([says({ knownAt: now })])
  const period = '2024-09-01'
  expect(admit([says({ knownAt: ahead, period })], { ...given, clock: ahead }).admitted).toHaveLength(1)
})

test('a day that begins in the east is not in the future', () => {
  expect(admit([says({ span: 'day', period: '2024-07-03' })], given).admitted).toHaveLength(1)
  expect(admit([says({ span: 'day', period: '2024-07-04' })], given).admitted).toHaveLength(0)
})
