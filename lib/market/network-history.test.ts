import { expect, test } from 'vitest'
import { derivedMonths, fillMonths, latestOf, type NetworkMonth, whyUnknown } from './network-history'

const month = (month: string, rewardsUsd?: number): NetworkMonth => ({
  month,
  rewardTokens: undefined,
  rewardsUsd,
  isDerived: false,
  activeNodes: undefined,
  rewardPerNode: undefined,
  tokenPriceUsd: undefined,
})

test('a month that the source skips is there, unknown, across the turn of a year', () => {
  const filled = fillMonths([month('2024-02-01', 3), month('2023-11-01', 1)])
  expect(filled.map((row) => row.month)).toEqual(['2023-11-01', '2023-12-01', '2024-01-01', '2024-02-01'])
  expect(filled.map((row) => row.rewardsUsd)).toEqual([1, undefined, undefined, 3])
  expect(fillMonths([])).toEqual([])
})

test('the newest known figure may be older than the newest month, and zero is known', () => {
  expect(latestOf([month('2024-01-01', 0), month('2024-02-01')], 'rewardsUsd')).toEqual({
    value: 0,
    month: '2024-01-01',
    isDerived: false,
  })
  expect(latestOf([month('2024-01-01', 0)], 'activeNodes')).toBeUndefined()
})

test('dollars that are tokens × price are told apart, in the figure and as a span of months', () => {
  const derived = { ...month('2024-02-01', 7), isDerived: true, activeNodes: 2, tokenPriceUsd: 3 }
  const months = [month('2024-01-01', 5), derived, month('2024-03-01')]
  expect(latestOf(months, 'rewardsUsd')).toEqual({ value: 7, month: '2024-02-01', isDerived: true })
  expect(latestOf(months, 'tokenPriceUsd')).toMatchObject({ isDerived: false })
  expect(derivedMonths(months)).toEqual({ first: '2024-02-01', last: '2024-02-01', count: 1, of: 2 })
  expect(derivedMonths([month('2024-01-01', 5)])).toBeUndefined()
})

test('what is not known says why', () => {
  const months = [month('2024-01-01', 5)]
  expect(whyUnknown(months, 'rewardsUsd')).toBeUndefined()
  expect(whyUnknown(months, 'activeNodes')).toBe('no source counts its nodes')
  expect(whyUnknown(months, 'rewardPerNode')).toBe('it needs the number of nodes')
})
