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
