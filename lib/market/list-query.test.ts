import { expect, test } from 'vitest'
import { listHref, parseListQuery } from './list-query'

const owner = `0x${'ab'.repeat(20)}` as const

test('a view goes into its address and comes back', () => {
  const query = { owner, network: 'helium-iot', search: 'roof 12', unlisted: true }
  const { searchParams } = new URL(listHref(query), 'http://x')
  expect(parseListQuery(Object.fromEntries(searchParams))).toEqual(query)
  expect(listHref({})).toBe('/list')
})

test.each([
  { owner: 'me', network: 'NOT A SLUG', q: ['a'], unlisted: '2' },
  { owner: ['0x1', '0x2'] },
  undefined,
])('nonsense in a URL is left out, not an error', (given) => {
  expect(parseListQuery(given ?? {})).toEqual({
    owner: undefined,
    network: undefined,
    search: '',
    unlisted: false,
  })
})

test('an address in any case is one owner', () => {
  expect(parseListQuery({ owner: `0x${'AB'.repeat(20)}` }).owner).toBe(owner)
})
