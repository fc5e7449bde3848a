import type { Deployment } from '@/lib/chain/deployment'
import type { NewSource } from './add-source'

/** Our own positions as a source like any other: how many there are, who holds them, how often they move. */
export function positionsSource({ positions, startBlock }: Deployment): NewSource {
  return {
    slug: 'device-positions',
    kind: 'contract',
    title: 'DevicePositions, the contract of all positions',
    config: { address: positions, standard: 'erc721', fromBlock: startBlock },
  }
}
