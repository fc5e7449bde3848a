import { expect, test } from 'vitest'
import type { NetworkRow } from './network-row'
import { networkSortHref, networkSorts, parseNetworkOrder, sortNetworks } from './network-sort'

function row(slug: string, floor: bigint | undefined, timeToSale?: number): NetworkRow {
  return {
    slug,
    name: slug,
    category: 'wireless',
    token: 'T',
    isPhysical: true,
    months: [],
    market: {
      positions: 0,
      forSale: 0,
      floor,
      sales: 0,
      volume: 0n,
      bestBid: undefined,
      timeToSale,
    },
  }
}
const rows = [row('a', 3n), row('b', undefined), row('c', 9n), row('d', 3n)]
const slugs = (list: NetworkRow[]) => list.map(({ slug }) => slug).join('')

test('the unknown stands last in either direction, and equals keep their order', () => {
  expect(slugs(sortNetworks(rows, { sort: 'floor', direction: 'desc' }))).toBe('cadb')
  expect(slugs(sortNetworks(rows, { sort: 'floor', direction: 'asc' }))).toBe('adcb')
  expect(slugs(sortNetworks(rows, { sort: 'name', direction: 'desc' }))).toBe('dcba')
})

test('a URL that says nothing of an order is by name, and every column leads to its own and back', () => {
  for (const input of [{}, { sort: 'nonsense' }, { sort: ['name', 'floor'] }, { direction: 'up' }])
    expect(parseNetworkOrder(input)).toEqual({ sort: 'name', direction: 'asc' })
  for (const sort of networkSorts) {
    let order = parseNetworkOrder({ sort: sort === 'name' ? 'floor' : 'name' })
    for (const turn of [0, 1]) {
      const query = Object.fromEntries(new URL(networkSortHref(order, sort), 'http://x').searchParams)
      const next = parseNetworkOrder(query)
      expect(next.sort).toBe(sort)
      if (turn === 1) expect(next.direction).not.toBe(order.direction)
      order = next
    }
  }
})
