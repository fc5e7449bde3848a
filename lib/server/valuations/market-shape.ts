import type { MarketShape } from '@/lib/valuation/engine/market-draws'
import { findJumps } from '@/lib/valuation/estimate/price-jumps'
import { rewardCorrelation } from '@/lib/valuation/estimate/reward-correlation'
import { rewardLevel, UnknownRewardError } from '@/lib/valuation/estimate/reward-level'
import type { Evidence } from './assemble-evidence'

/** Networks as their valuations see them: how their rewards move together, and how much of that their tokens' jumps are. */
export function marketShape(evidence: Evidence, slugs: readonly string[]): MarketShape {
  const correlations = slugs.map(() => new Array<number>(slugs.length).fill(1))
  slugs.forEach((a, i) => {
    for (let j = 0; j < i; j++) {
      const [here, there] = [evidence.network(a), evidence.network(slugs[j]!)]
      const prior = evidence.book('', a).need('reward_correlation_prior')
      const { value } = rewardCorrelation(here?.months ?? [], there?.months ?? [], prior)
      correlations[i]![j] = correlations[j]![i] = value
    }
  })
  return {
    networks: slugs.map((slug) => ({
      slug,
      token: evidence.network(slug)?.token ?? slug,
      jumpShare: jumpShareOf(evidence, slug),
    })),
    correlations,
  }
}

/** As of the month that the network's valuations stand on; 0 where nothing is known of its rewards. */
function jumpShareOf(evidence: Evidence, slug: string): number {
  const network = evidence.network(slug)
  if (!network) return 0
  try {
    const { asOf } = rewardLevel(network.token, network.months, evidence.book('', slug).find('active_nodes'))
    return findJumps(network.token, network.dailyPrices, asOf)?.share ?? 0
  } catch (error) {
    if (error instanceof UnknownRewardError) return 0
    throw error
  }
}
