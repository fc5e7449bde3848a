import { expect, test } from 'vitest'
import { publishedRewards } from './published-rewards'

const month = (rewardTokens: number | null, tokenPriceUsd: number | null, rewardsUsd: number | null) =>
  publishedRewards({ rewardTokens, tokenPriceUsd, rewardsUsd })

test('dollars stand as the source gives them, also where tokens × price says something else', () => {
  expect(month(100, 2, 150)).toEqual({ usd: 150, repaired: false })
  expect(month(null, 2, 150)).toEqual({ usd: 150, repaired: false })
})

test('no dollars: tokens × price where both are known (Filecoin 2023-04), unknown otherwise', () => {
  expect(month(100, 2, null)).toEqual({ usd: 200, repaired: true })
  expect(month(100, null, null)).toBeNull()
  expect(month(null, 2, null)).toBeNull()
})

test('dollars that repeat the tokens are tokens (Arweave from 2023-03), unless a token is about a dollar', () => {
  expect(month(13_461.35, 33.07, 13_461.35)).toEqual({ usd: 13_461.35 * 33.07, repaired: true })
  expect(month(100, 1.01, 100)).toEqual({ usd: 100, repaired: false })
})

test('zero dollars beside unknown tokens are unknown (HOPR from 2024-04); zero tokens earn zero', () => {
  expect(month(null, 0.08, 0)).toBeNull()
  expect(month(0, 0.08, 0)).toEqual({ usd: 0, repaired: false })
})
