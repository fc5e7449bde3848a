import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readMonths } from './csv-adapter'

const knownAt = new Date('2024-07-01T00:00:00Z')
const head = 'network,category,token,month,reward_tokens,token_price_usd,rewards_usd,active_nodes'

test('every row of the real file is four observations', () => {
  const text = readFileSync('db/seed/networks-monthly.csv', 'utf8')
  const { observations, refused } = readMonths(text, knownAt)
  expect(refused).toEqual([])
  expect(observations).toHaveLength(4 * (text.trim().split('\n').length - 1))
  expect(observations.slice(0, 4).map(({ measure, value }) => [measure, value])).toEqual([
    ['reward_tokens', '663114.52'],
    ['token_price_usd', '0.1'],
    ['rewards_usd', '66311'],
    ['active_nodes', '100'],
  ])
})

test('a broken row is named by line and column, and the rest stands', () => {
  const text = `${head}\nsia,storage,SC,2024-01,1,0,,5\nsia,storage,SC,2024-1,1,1,1,1\nsia,storage,SC,2024-02,-1,1,1,1\n`
  const { observations, refused } = readMonths(text, knownAt)
  expect(observations.map(({ value }) => value)).toEqual(['1', undefined, undefined, '5'])
  expect(refused).toEqual([
    { place: 'line 3', reason: 'month is not a month (YYYY-MM).' },
    { place: 'line 4', reason: 'reward_tokens is not a figure of at least zero.' },
  ])
  expect(() => readMonths('network,month\n', knownAt)).toThrow('lacks the column reward_tokens')
})

test('no text makes it fail otherwise', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { observations, refused } = readMonths(`${head}\n${text}`, knownAt)
      for (const { reason } of refused) expect(reason).toMatch(/\.$/)
      for (const { period } of observations) expect(period).toMatch(/^20\d\d-\d\d-01$/)
    }),
    { seed: 20_240_607 },
  )
})
