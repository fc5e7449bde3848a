import { expect, test } from 'vitest'
import { addSearch, MOST_SAVED, readSavedSearches } from './saved-search'

test('what is kept reads back, newest first; a name stands once', () => {
  let saved = addSearch([], 'Cheap  cars ', 'q=car')
  saved = addSearch(saved, 'Relays', 'network=relay')
  saved = addSearch(saved, 'Cheap cars', 'q=car&max=50')
  expect(readSavedSearches(JSON.stringify(saved))).toEqual([
    { name: 'Cheap cars', search: 'q=car&max=50' },
    { name: 'Relays', search: 'network=relay' },
  ])
})

test('a search without a name is not kept, and there is an end to them', () => {
  expect(addSearch([], '  ', 'q=x')).toEqual([])
  const many = Array.from({ length: 40 }, (_, index) => ({ name: `${index}`, search: '' }))
  expect(addSearch(many, 'one more', '')).toHaveLength(MOST_SAVED)
})

test.each([
  null,
  '',
  '{',
  '[1, null, {"name":"x"}]',
  '{"name":"x","search":""}',
  '[{"name":" ","search":"q"}]',
])('a browser that kept %s has none', (kept) => expect(readSavedSearches(kept)).toEqual([]))
