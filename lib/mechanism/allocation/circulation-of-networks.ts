import { type CirculationGap, circulationGap } from './circulation-gap'

/** A network's newest figures, and what moving one of its devices is assumed to take. */
export type CirculationInput = {
  slug: string
  category: string
  nodes: number
  poolUsd: number
  compatibility: number
  switchingCostUsd: number
  switchingMonths: number
  /** part of the gap between two networks' rewards, on the log scale, that a moved device sees */
  rewardTransfer: number
}

export type CirculationAssumptions = {
  /** power by which every pool grows with its network */
  elasticity: number
  /** times the assumed compatibility; the product stays below 1 */
  compatible: number
  /** months a move must pay off in */
  months: number
  /** times the assumed cost of a move; 1 unless told */
  cost?: number
}

type Pays = Pick<CirculationInput, 'slug' | 'poolUsd' | 'nodes' | 'rewardTransfer'>

/** What a device of the network earns today. USD a month */
export const rewardOf = ({ poolUsd, nodes }: Pick<Pays, 'poolUsd' | 'nodes'>): number => poolUsd / nodes

/** As how many devices of another network one counts that moves there: in what it earns and in what it takes. */
export const countsAs = (from: Pays, to: Pays): number =>
  from.slug === to.slug ? 1 : (rewardOf(from) / rewardOf(to)) ** (1 - from.rewardTransfer)

/**
 * The circulation gap of whole networks: each network's devices are one group, which can serve the other networks of
 * its category as far as the assumption goes. A move costs its work and the rewards lost while it lasts, spread over
 * the months it is to pay off in. A device that moved earns more than before by a part of the gap alone, and dilutes by as
 * much as it earns: the rest of the gap is stake, standing and hardware it lacks.
 */
export function circulationOfNetworks(
  networks: readonly CirculationInput[],
  { elasticity, compatible, months, cost = 1 }: CirculationAssumptions,
): CirculationGap {
  return circulationGap(
    networks.map((one, network) => ({
      id: one.slug,
      network,
      devices: one.nodes,
      canServe: networks.map((other) => {
        if (other.slug === one.slug) return 1
        return other.category === one.category ? Math.min(1, one.compatibility * compatible) : 0
      }),
      weight: networks.map((other) => countsAs(one, other)),
      switchUsdPerMonth: (one.switchingCostUsd * cost + one.switchingMonths * rewardOf(one)) / months,
    })),
    networks.map(({ slug, poolUsd, nodes }) => ({ id: slug, poolUsd, nodes, poolElasticity: elasticity })),
    1e-3,
  )
}
