import { expect, test } from 'vitest'
import { parseWatches } from './parse-watches'

const entry = { listed: true, sold: false, silent: true, offered: false, kept: 'browser' }

test('what was kept is read, a price as money', () => {
  const text = JSON.stringify({ 7: { ...entry, below: '1500000' }, 12: { ...entry, kept: 'account' } })
  expect([...parseWatches(text)]).toEqual([
    [7, { ...entry, squeeze: false, below: 1_500_000n }],
    [12, { ...entry, squeeze: false, kept: 'account', below: undefined }],
  ])
})

test.each([
  ['nothing', null],
  ['no JSON', '{'],
  ['a list', '[]'],
  ['null', 'null'],
  ['no id', JSON.stringify({ '07': entry })],
  ['an id too long', JSON.stringify({ '1234567890123456': entry })],
  ['a price below one', JSON.stringify({ 7: { ...entry, below: '0' } })],
  ['a price that is a number', JSON.stringify({ 7: { ...entry, below: 5 } })],
  ['a rule left out', JSON.stringify({ 7: { ...entry, sold: undefined } })],
  ['a rule in words', JSON.stringify({ 7: { ...entry, sold: 'yes' } })],
  ['a later rule in words', JSON.stringify({ 7: { ...entry, squeeze: 'yes' } })],
  ['a place unknown', JSON.stringify({ 7: { ...entry, kept: 'cloud' } })],
  ['no entry', JSON.stringify({ 7: entry, 8: null })],
])('%s is as if nothing were kept', (_, text) => {
  expect(parseWatches(text).size).toBe(0)
})
