import { expect, test } from 'vitest'
import { rebase } from './rebase'

const history = (...points: [at: string, value: number][]) => points.map(([at, value]) => ({ at, value }))

test('100 at the first date that all have above zero', () => {
  const long = history(['2020-01-01', 4], ['2020-02-01', 0], ['2020-03-01', 8], ['2020-04-01', 6])
  const short = history(['2020-02-01', 5], ['2020-03-01', 10], ['2020-04-01', 30])
  const { base, histories } = rebase([long, short])
  expect(base).toBe('2020-03-01')
  expect(histories.map((points) => points.map(({ value }) => value))).toEqual([
    [50, 0, 100, 75],
    [50, 100, 300],
  ])
})

test('without a date in common each starts from its own', () => {
  const { base, histories } = rebase([history(['2020-01-01', 4]), history(['2021-01-01', 9]), []])
  expect(base).toBeUndefined()
  expect(histories.map((points) => points[0]?.value)).toEqual([100, 100, undefined])
})
