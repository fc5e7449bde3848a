import { expect, test } from 'vitest'
import { monthIndex, monthOfIndex, yearTicks } from './chart-point'

test('months are evenly spaced numbers and back', () => {
  expect(monthIndex('2024-01-01') - monthIndex('2023-12-01')).toBe(1)
  for (const month of ['2019-08-01', '2023-12-01', '2024-01-01'])
    expect(monthOfIndex(monthIndex(month))).toBe(month)
})

test('ticks stand at the turns of years, thinned, and at both ends of a short history', () => {
  const at = (month: string) => monthIndex(month)
  expect(yearTicks(at('2019-08-01'), at('2024-05-01'), 8).map(monthOfIndex)).toEqual([
    '2020-01-01',
    '2021-01-01',
    '2022-01-01',
    '2023-01-01',
    '2024-01-01',
  ])
  expect(yearTicks(at('2014-01-01'), at('2024-05-01'), 4)).toHaveLength(4)
  expect(yearTicks(at('2023-01-01'), at('2023-06-01'), 8).map(monthOfIndex)).toEqual([
    '2023-01-01',
    '2023-06-01',
  ])
})
