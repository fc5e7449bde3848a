import { expect, test } from 'vitest'
import { activeFilters } from './market-filters'
import { parseMarketQuery } from './market-query'

const view = (search: string) => parseMarketQuery(Object.fromEntries(new URLSearchParams(search))).query

test('each filter is said in words, and taken off alone', () => {
  const filters = activeFilters(
    view('q=car&network=dimo&region=south-america&min=5&gap=10&days=400&uptime=99'),
    () => 'DIMO',
  )
  expect(filters.map(({ text }) => text)).toEqual([
    '“car”',
    'DIMO',
    'South America',
    'from $5.00',
    '10% or more below value',
    'breaks even in 400 days',
    'up 99% or more',
  ])
  expect(filters[1]?.href).toBe('/market?q=car&region=south-america&min=5&gap=10&days=400&uptime=99')
  expect(filters.at(-1)?.href).not.toContain('uptime')
})

test('a negative gap is a price above value', () => {
  expect(activeFilters(view('gap=-20'), () => undefined)[0]?.text).toBe('at most 20% above value')
})

test('an order or a look is no filter', () => {
  expect(activeFilters(view('sort=price&view=cards&show=all'), () => undefined)).toEqual([])
})
