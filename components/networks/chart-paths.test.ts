import { expect, test } from 'vitest'
import { alone, type ChartSeries, lineOf, marked, marksOf } from './chart-paths'
import { monthNumber } from './chart-ticks'

const points: ChartSeries['points'] = [
  { at: '2024-01-01', value: 10 },
  { at: '2024-02-01', value: 20 },
  { at: '2024-04-01', value: 40 },
]
const across = (at: string) => (monthNumber(at) - monthNumber('2024-01-01')) * 25
const up = (value: number) => value

test('a line joins months that follow on each other, and a month between gaps is a point', () => {
  expect(lineOf(points, across, up, monthNumber)).toBe('M0.00 90.00h0L25.00 80.00M75.00 60.00h0')
  expect(alone(points, monthNumber).map(({ at }) => at)).toEqual(['2024-04-01'])
})

test('marks stand at both ends, and not on each other', () => {
  expect(marked(points, across).map(({ at }) => at)).toEqual(points.map(({ at }) => at))
  expect(marked(points, (at) => across(at) / 10).map(({ at }) => at)).toEqual(['2024-04-01'])
})

test('what is read off names every line that is known on the date', () => {
  const tell = (value: number) => `$${value}`
  const one = marksOf([{ name: 'A', points }], { across, up, by: 'month', tell })
  expect(one[1]).toEqual([25, 20, 'Feb 2024  $20'])
  const other = { name: 'B', points: [{ at: '2024-02-01', value: 70 }] }
  const two = marksOf([{ name: 'A', points }, other], { across, up, by: 'month', tell })
  expect(two.map(([, , says]) => says)).toEqual([
    'Jan 2024\nA  $10',
    'Feb 2024\nA  $20\nB  $70',
    'Apr 2024\nA  $40',
  ])
  expect(two[1]?.[1]).toBe(70)
})
