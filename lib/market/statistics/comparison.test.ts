import { expect, test } from 'vitest'
import { comparisonHref, comparisonParams, dataHref, namesNetworks, parseComparison } from './comparison'

test('a comparison is its address, and comes back from it', () => {
  const comparison = { networks: ['helium-iot', 'dimo'], measure: 'nodes', scale: 'indexed' } as const
  const params = comparisonParams({ ...comparison, networks: [...comparison.networks] })
  expect(params).toBe('networks=helium-iot,dimo&measure=nodes&values=indexed')
  expect(parseComparison(Object.fromEntries(new URLSearchParams(params)))).toEqual(comparison)
  const plain = parseComparison({})
  expect(comparisonHref(plain)).toBe('/networks/compare?networks=')
  expect(dataHref({ ...plain, networks: ['sia'] }, 'csv')).toBe('/networks/compare/data.csv?networks=sia')
})

test('what names nothing is left out: addresses are typed by people', () => {
  expect(parseComparison({ networks: ['b,a', 'a'], network: 'c', measure: 'toString', values: 'x' })).toEqual(
    {
      networks: ['b', 'a', 'c'],
      measure: 'rewardPerNode',
      scale: 'log',
    },
  )
  expect(parseComparison({ networks: "a,'; drop table,B,c" }).networks).toEqual(['a', 'c'])
  expect(parseComparison({ networks: 'a,b,c,d,e,f,g' }).networks).toHaveLength(6)
  expect(parseComparison({ networks: { a: 1 } }).networks).toEqual([])
  expect(parseComparison(null).networks).toEqual([])
})

test('an address that names no networks is told from one that names none of them', () => {
  expect(namesNetworks({ measure: 'nodes' })).toBe(false)
  expect(namesNetworks({ networks: '' })).toBe(true)
  expect(namesNetworks({ network: 'dimo' })).toBe(true)
})
