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
}

/**
 * The circulation gap of whole networks: each network's devices are one group, which can serve the other networks of
 * its category as far as the assumption goes. A move costs its work and the rewards lost while it lasts, spread over
 * the months it is to pay off in.
 */
export function circulationOfNetworks(
  networks: readonly CirculationInput[],
  { elasticity, compatible, months }: { elasticity: number; compatible: number; months: number },
): CirculationGap {
  return circulationGap(
    networks.map((one, network) => ({
      id: one.slug,
      network,
      devices: one.nodes,
      canServe: networks.map((other) =>
        other.slug === one.slug ? 1 : other.category === one.category ? one.compatibility * compatible : 0,
      ),
      switchUsdPerMonth: (one.switchingCostUsd + (one.switchingMonths * one.poolUsd) / one.nodes) / months,
    })),
    networks.map(({ slug, poolUsd, nodes }) => ({ id: slug, poolUsd, nodes, poolElasticity: elasticity })),
    1e-3,
  )
}
