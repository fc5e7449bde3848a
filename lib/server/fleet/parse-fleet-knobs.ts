import type { FleetKnobs } from './read-fleet-task'

/** Costs of a move that can be chosen, times the assumed one. */
export const costFactors = [0, 0.5, 1, 2, 4, 8] as const

/** Shares of a network's nodes that can be chosen, in per cent. */
export const fleetShares = [0.1, 1, 5, 100] as const

/** The reader's figures of `?cost=2&share=5`; anything else is as assumed. */
export function parseFleetKnobs(params: Record<string, unknown>): FleetKnobs {
  const { cost, share } = params
  const factor = costFactors.find((one) => String(one) === cost)
  const percent = fleetShares.find((one) => String(one) === share)
  return { cost: factor ?? 1, share: percent === undefined ? undefined : percent / 100 }
}
