import type { Queryable } from '@/db/client'
import { InvalidInputError } from '@/lib/core/errors'
import {
  fitNetworkEffect,
  LEAST_MONTHS,
  type NetworkEffect,
  type NetworkMonth,
} from '@/lib/mechanism/network-effects/fit-network-effect'
import { monthText } from '@/lib/valuation/forecast/monthly-series'
import { type NetworkHistory, readHistories } from './read-histories'

export type NetworkEffectRow = {
  slug: string
  name: string
  /** months with nodes and rewards known */
  months: number
  /** YYYY-MM, of those months */
  from: string
  to: string
  repaired: boolean
  effect: NetworkEffect
}

export type NetworkEffects = {
  fitted: NetworkEffectRow[]
  /** networks that cannot be fitted, and why in a sentence */
  thin: { slug: string; name: string; months: number; why: string }[]
  leastMonths: number
}

/** Where the fits are kept. */
export const NETWORK_EFFECTS = 'network-effects'

/** The laws of network effects fitted to every network with enough months of nodes and rewards. */
export async function fitNetworkEffects(db: Queryable): Promise<NetworkEffects> {
  const fitted: NetworkEffectRow[] = []
  const thin: NetworkEffects['thin'] = []
  for (const network of await readHistories(db)) {
    const { slug, name, repaired } = network
    const sample = sampleOf(network)
    const months = sample.length
    const [first, last] = [sample[0], sample.at(-1)]
    if (months < LEAST_MONTHS || !first || !last) {
      thin.push({ slug, name, months, why: whyThin(network, months) })
      continue
    }
    try {
      const effect = fitNetworkEffect(sample)
      const [from, to] = [monthText(first.month), monthText(last.month)]
      fitted.push({ slug, name, repaired, months, from, to, effect })
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error
      thin.push({ slug, name, months, why: error.message })
    }
  }
  return { fitted, thin, leastMonths: LEAST_MONTHS }
}

/** The months of a network that its laws are fitted to: those with nodes and rewards known. */
export function sampleOf({ months }: NetworkHistory): NetworkMonth[] {
  return months.flatMap(({ month, nodes, rewardsUsd, rewardTokens }) =>
    nodes !== undefined && nodes > 1 && rewardsUsd !== undefined && rewardsUsd > 0
      ? [{ month, nodes, rewardsUsd, rewardTokens }]
      : [],
  )
}

function whyThin({ months }: NetworkHistory, both: number): string {
  if (!months.some(({ nodes }) => nodes !== undefined)) return 'No source gives the number of its nodes.'
  if (!months.some(({ rewardsUsd }) => rewardsUsd !== undefined))
    return 'No source gives its rewards in dollars.'
  return both === 1 ? '1 month has both figures.' : `${both} months have both figures.`
}
