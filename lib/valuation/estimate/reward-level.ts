import { HotswapError } from '@/lib/core/errors'
import { publishedRewards } from '@/lib/market/published-rewards'
import type { Figure } from '../inputs'
import type { NetworkMonth } from './evidence'
import { monthsBetween } from './month'
import { meanOf } from './sample'

/** A network's public figures do not tell what a device earns. */
export class UnknownRewardError extends HotswapError {
  override readonly name = 'UnknownRewardError'
}

export type RewardLevel = {
  /** newest month with known rewards, YYYY-MM */
  asOf: string
  tokenPrice: Figure
  /** tokens per month and average node */
  tokensPerNode: Figure
  /** years by which the node count is older than the rewards */
  nodesAge: number
}

const MONTHS = 3

/**
 * What the average node earns: dollars over price over nodes, averaged over the last three known months; the price of
 * the last one. A node count that ends before the rewards is carried on; where there never was one it is assumed.
 * @throws UnknownRewardError when rewards, price or nodes are unknown in every month
 */
export function rewardLevel(
  token: string,
  months: readonly NetworkMonth[],
  assumedNodes: Figure | undefined,
): RewardLevel {
  let counted: { month: string; nodes: number } | undefined
  const known = months.flatMap((row) => {
    if (row.activeNodes !== null && row.activeNodes > 0)
      counted = { month: row.month, nodes: row.activeNodes }
    const rewards = publishedRewards(row)
    const nodes = counted?.nodes ?? assumedNodes?.value
    if (rewards === null || rewards.usd <= 0 || row.tokenPriceUsd === null || nodes === undefined) return []
    const tokens = rewards.usd / row.tokenPriceUsd / nodes
    return [{ month: row.month, price: row.tokenPriceUsd, tokens, counted, repaired: rewards.repaired }]
  })
  const last = known.at(-1)
  if (!last) throw new UnknownRewardError(`No month of ${token} tells what a node earns.`)

  const used = known.slice(-MONTHS)
  const nodesAge = last.counted ? monthsBetween(last.counted.month, last.month) / 12 : 0
  const notes = [`mean of ${used.length} months to ${last.month}`]
  if (!last.counted) notes.push(`node count assumed: ${assumedNodes?.note ?? ''}`)
  else if (nodesAge > 0) notes.push(`node count of ${last.counted.month}`)
  if (used.some((month) => month.repaired)) notes.push('dollars from tokens × price')
  return {
    asOf: last.month,
    tokenPrice: { value: last.price, source: 'observed', note: `${token}, ${last.month}` },
    tokensPerNode: {
      value: meanOf(used.map((month) => month.tokens)),
      source: last.counted ? 'estimated' : 'assumption',
      note: notes.join('; '),
    },
    nodesAge,
  }
}
