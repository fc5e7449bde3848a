import { expect, test } from 'vitest'
import { fillMonths, latestOf, type NetworkMonth } from './network-history'

const month = (month: string, rewardsUsd?: number): NetworkMonth => ({
  month,
  rewardTokens: undefined,
  rewardsUsd,
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
  })
  expect(latestOf([month('2024-01-01', 0)], 'activeNodes')).toBeUndefined()
})
