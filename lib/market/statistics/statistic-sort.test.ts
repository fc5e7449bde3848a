import { expect, test } from 'vitest'
import type { StatisticFigure } from './measures'
import { columnMeasures, parseStatisticOrder, sortByStatistic, statisticSortHref } from './statistic-sort'

const figure = (value: number | undefined, says?: string): StatisticFigure => ({
  measure: 'breakEvenDays',
  value,
  says,
  asOf: '2024-06',
  source: 's',
  note: 'n',
})
const rows = [
  { slug: 'a', name: 'A', figures: [figure(50)] },
  { slug: 'b', name: 'B', figures: [figure(undefined)] },
  { slug: 'c', name: 'C', figures: [figure(undefined, 'never')] },
  { slug: 'd', name: 'D', figures: [figure(4)] },
  { slug: 'e', name: 'E', figures: [] },
]
const slugs = (direction: 'asc' | 'desc') =>
  sortByStatistic(rows, { sort: 'breakEvenDays', direction })
    .map(({ slug }) => slug)
    .join('')

test('never is longest, and what is unknown stands last in either direction', () => {
  expect(slugs('asc')).toBe('dacbe')
  expect(slugs('desc')).toBe('cadbe')
})

test('each column leads to its own order and back; what is no order is by name', () => {
  for (const sort of columnMeasures) {
    const first = parseStatisticOrder({ sort })
    const search = (href: string) => Object.fromEntries(new URL(href, 'http://x').searchParams)
    const turned = parseStatisticOrder(search(statisticSortHref(first, sort)))
    expect(turned).toEqual({ sort, direction: first.direction === 'asc' ? 'desc' : 'asc' })
    expect(parseStatisticOrder(search(statisticSortHref(turned, sort)))).toEqual(first)
  }
  for (const input of [{}, null, { sort: 'toString' }, { sort: ['exponent'], direction: 3 }])
    expect(parseStatisticOrder(input)).toEqual({ sort: 'name', direction: 'asc' })
})
