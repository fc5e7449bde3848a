import { InvalidInputError } from '@/lib/core/errors'

export type Joining = {
  /** devices in the network today */
  nodes: number
  /** devices that join (negative: leave) */
  joining: number
  /** power by which the pool grows with the network: 0 a fixed pool, 1 a pool that keeps reward per node */
  poolElasticity: number
  /** where the network's rule caps what one cell earns: devices in the cell, how many it pays in full, how many join it */
  cell?: { devices: number; cap: number; joining: number }
}

/** Factor by which reward per device changes when devices join. */
export function rewardFactor({ nodes, joining, poolElasticity, cell }: Joining): number {
  const after = nodes + joining
  if (!(nodes > 0 && after > 0 && after < 1e12) || !(Math.abs(poolElasticity) <= 3))
    throw new InvalidInputError(
      'The network needs devices before and after, and a pool that grows within reason.',
    )
  const network = (after / nodes) ** (poolElasticity - 1)
  if (!cell) return network
  const { devices, cap, joining: here } = cell
  if (!(devices > 0 && cap > 0 && devices + here > 0))
    throw new InvalidInputError('A cell needs devices before and after, and a cap above zero.')
  const paid = (count: number) => Math.min(1, cap / count)
  return (network * paid(devices + here)) / paid(devices)
}

export type DilutedValue = {
  /** factor on rewards per device */
  rewardFactor: number
  value: number
  /** share by which the position's value falls; 0.12 reads “falls by 12 %” */
  falls: number
}

/**
 * “If 500 devices join this network, this position’s value falls by x %”: the part of the value that rests on rewards
 * is scaled, what does not (salvage, running cost saved) stays, and a position is never worth less than scrapping it.
 *
 * @param position present value in dollars: all of it, its rewards before running cost, and what scrapping now brings
 */
export function valueAfterJoining(
  position: { value: number; rewards: number; scrap: number },
  joining: Joining,
): DilutedValue {
  if (!(position.value > 0 && position.rewards >= 0 && position.scrap >= 0))
    throw new InvalidInputError('A position’s value is above zero, and its parts are not below.')
  const factor = rewardFactor(joining)
  const scaled = position.value - position.rewards * (1 - factor)
  const value = Math.max(scaled, Math.min(position.scrap, position.value))
  return { rewardFactor: factor, value, falls: 1 - value / position.value }
}
