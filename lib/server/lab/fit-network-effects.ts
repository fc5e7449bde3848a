import type { Queryable } from '@/db/client'
import {
  fitNetworkEffect,
  LEAST_MONTHS,
  type NetworkEffect,
} from '@/lib/mechanism/network-effects/fit-network-effect'
import { monthText } from '@/lib/valuation/forecast/monthly-series'
import { readHistories } from './read-histories'

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
  /** networks with fewer months than the fit asks for */
  thin: { slug: string; name: string; months: number }[]
  leastMonths: number
}

/** Where the fits are kept. */
export const NETWORK_EFFECTS = 'network-effects'

/** The laws of network effects fitted to every network with enough months of nodes and rewards. */
export async function fitNetworkEffects(db: Queryable): Promise<NetworkEffects> {
  const fitted: NetworkEffectRow[] = []
  const thin: NetworkEffects['thin'] = []
  for (const { slug, name, months, repaired } of await readHistories(db)) {
    const sample = months.flatMap(({ month, nodes, rewardsUsd }) =>
      nodes !== undefined && nodes > 1 && rewardsUsd !== undefined && rewardsUsd > 0
        ? [{ month, nodes, rewardsUsd }]
        : [],
    )
    const [first, last] = [sample[0], sample.at(-1)]
    if (sample.length < LEAST_MONTHS || !first || !last) {
      thin.push({ slug, name, months: sample.length })
      continue
    }
    fitted.push({
      slug,
      name,
      repaired,
      months: sample.length,
      from: monthText(first.month),
      to: monthText(last.month),
      effect: fitNetworkEffect(sample),
    })
  }
  return { fitted, thin, leastMonths: LEAST_MONTHS }
}
