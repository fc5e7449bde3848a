import { expect, test } from 'vitest'
import { countFacets } from './market-facets'

const groups = [
  { network: 'dimo', category: 'mobility', region: 'europe', count: 3 },
  { network: 'dimo', category: 'mobility', region: 'asia', count: 2 },
  { network: 'nym', category: 'bandwidth', region: null, count: 5 },
]
const none = { network: undefined, category: undefined, region: undefined }

test('without a choice every group counts; what has no region counts for none', () => {
  expect(countFacets(groups, none)).toEqual({
    total: 10,
    facets: {
      network: { dimo: 5, nym: 5 },
      category: { mobility: 5, bandwidth: 5 },
      region: { europe: 3, asia: 2 },
    },
  })
})

test('a filter does not narrow its own choices, and narrows the others', () => {
  const { total, facets } = countFacets(groups, { ...none, region: 'europe' })
  expect(total).toBe(3)
  expect(facets.region).toEqual({ europe: 3, asia: 2 })
  expect(facets.network).toEqual({ dimo: 3 })
})

test('two filters at odds leave nothing, and say what either would have', () => {
  const { total, facets } = countFacets(groups, { ...none, network: 'nym', region: 'europe' })
  expect(total).toBe(0)
  expect(facets.network).toEqual({ dimo: 3 })
  expect(facets.region).toEqual({})
})
