import type { z } from 'zod'
import type { ApiNetworkMonth } from '@/db/queries/api/networks'
import type { NetworkFacts, NetworkMarket } from '@/lib/market/network-row'
import { DERIVED } from '@/lib/market/published-rewards'
import { toTokenAmount } from '../schemas/money'
import type { network, networkMonth } from '../schemas/network'

const noMarket: NetworkMarket = {
  positions: 0,
  forSale: 0,
  floor: undefined,
  sales: 0,
  volume: 0n,
  bestBid: undefined,
  timeToSale: undefined,
}

/** A network as the API tells it. @param months of all networks, oldest first */
export function toNetwork(
  { slug, name, category, token, isPhysical }: NetworkFacts,
  months: readonly ApiNetworkMonth[],
  { positions, forSale, floor, bestBid, sales, volume }: NetworkMarket = noMarket,
): z.input<typeof network> {
  const own = months.filter((row) => row.network === slug)
  const newestDollars = (field: 'rewards' | 'rewardPerNode' | 'tokenPrice') => {
    for (const { month, source, isDerived, [field]: amount } of own.toReversed())
      if (amount !== null)
        return {
          amount,
          unit: 'USD' as const,
          month,
          source: isDerived && field !== 'tokenPrice' ? `${source}; dollars are ${DERIVED}` : source,
        }
    return null
  }
  const counted = own.findLast((row) => row.activeNodes !== null)
  return {
    slug,
    name,
    category,
    token,
    isPhysical,
    latest: {
      rewards: newestDollars('rewards'),
      rewardPerNode: newestDollars('rewardPerNode'),
      activeNodes:
        counted && counted.activeNodes !== null
          ? { value: counted.activeNodes, unit: 'nodes', month: counted.month, source: counted.source }
          : null,
      tokenPrice: newestDollars('tokenPrice'),
    },
    market: {
      positions,
      forSale,
      floor: floor === undefined ? null : toTokenAmount(floor),
      bestBid: bestBid === undefined ? null : toTokenAmount(bestBid),
      sales,
      volume: toTokenAmount(volume),
    },
  }
}

/** A month as published; dollars that no source gives are marked. */
export function toNetworkMonth(row: ApiNetworkMonth): z.input<typeof networkMonth> {
  const inDollars = (amount: string | null) => (amount === null ? null : { amount, unit: 'USD' as const })
  return {
    month: row.month,
    rewardTokens: row.rewardTokens,
    rewards: inDollars(row.rewards),
    rewardsBasis: row.rewards === null ? null : row.isDerived ? DERIVED : 'as published',
    rewardPerNode: inDollars(row.rewardPerNode),
    activeNodes: row.activeNodes,
    tokenPrice: inDollars(row.tokenPrice),
    source: row.source,
  }
}
