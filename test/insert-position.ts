import { keccak256, stringToHex, zeroAddress } from 'viem'
import type { Database } from '@/db/client'
import { positions } from '@/db/schema'
import { type DeviceKey, deviceId } from '@/lib/chain/ids'

/** Puts a device's position where the indexer would, for tests of what reads it. @returns its device id */
export async function insertPosition(db: Database, id: number, key: DeviceKey) {
  const hash = keccak256(stringToHex(`position ${id}`))
  const device = deviceId(key)
  await db.insert(positions).values({
    id,
    deviceId: device,
    keyType: key.keyType,
    keyX: key.x,
    keyY: key.y,
    owner: zeroAddress,
    network: 'relay',
    model: 'server-1',
    metadataHash: hash,
    ownershipNonce: 0,
    userExpires: 0n,
    flags: 0,
    stateHash: hash,
    attester: zeroAddress,
    registeredBlock: 1,
    registeredTransaction: hash,
    registeredAt: new Date(),
  })
  return device
}
