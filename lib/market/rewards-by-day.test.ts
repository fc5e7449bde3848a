import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accrue } from './rewards/accrue'
import { earningsByDay } from './rewards-by-day'

const SEED = 20_261_121
const second = (text: string) => Date.parse(text) / 1000
const tenure = (from: number, to: number) => ({ positionId: 1, account: '0xa', network: 'relay', from, to })

test('a tenure is told by the UTC days it touches', () => {
  // a thousandth of a dollar a second
  const rows = earningsByDay(
    [tenure(second('2026-01-01T23:59:50Z'), second('2026-01-02T00:00:30Z'))],
    () => 10n ** 15n,
  )
  expect(rows).toEqual([
    { positionId: 1, day: '2026-01-02', earned: 30_000n },
    { positionId: 1, day: '2026-01-01', earned: 10_000n },
  ])
})

test('the days of a tenure add up to what it earned, whatever the rate and the times', () => {
  const start = second('2026-01-01T00:00:00Z')
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 90_000 }),
      fc.integer({ min: 1, max: 900_000 }),
      fc.bigInt({ min: 0n, max: 10n ** 17n }),
      (after, length, rate) => {
        const one = tenure(start + after, start + after + length)
        const [whole] = accrue([one], () => rate)
        const days = earningsByDay([one], () => rate)
        expect(days.reduce((sum, { earned }) => sum + earned, 0n)).toBe(whole?.earned)
      },
    ),
    { seed: SEED },
  )
})
