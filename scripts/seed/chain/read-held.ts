import { inArray } from 'drizzle-orm'
import type { Address } from 'viem'
import type { PrivateKeyAccount } from 'viem/accounts'
import { positions } from '@/db/schema'
import { seedAccount } from './accounts'
import type { KeyedDevice } from './device-keys'
import type { SeedChain } from './seed-chain-context'

/** A position that the account the seed registered it for still holds. */
export type HeldPosition = {
  positionId: number
  name: string
  network: string
  owner: PrivateKeyAccount
  /** the owner's address as the database has it */
  ownerAddress: Address
}

/** Positions of these devices that their first owners still hold, as the indexer has read them. */
export async function readHeld({ db }: SeedChain, keyed: readonly KeyedDevice[]): Promise<HeldPosition[]> {
  const byId = new Map(keyed.map(({ id, device }) => [id, device]))
  const rows = await db
    .select({ id: positions.id, deviceId: positions.deviceId, owner: positions.owner })
    .from(positions)
    .where(inArray(positions.deviceId, [...byId.keys()]))
    .orderBy(positions.id)
  return rows.flatMap((row) => {
    const device = byId.get(row.deviceId)
    if (!device) return []
    const owner = seedAccount(device.owner.role, device.owner.name)
    if (owner.address.toLowerCase() !== row.owner) return []
    return [
      { positionId: row.id, name: device.name, network: device.network, owner, ownerAddress: row.owner },
    ]
  })
}
