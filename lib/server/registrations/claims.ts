import type { Hex } from 'viem'
import type { reassignments, registrations } from '@/db/schema'
import { cellToUint64 } from '@/lib/chain/cell'
import type { Proven } from '@/lib/chain/device'
import { type DeviceKey, keyTypes, toShortString } from '@/lib/chain/ids'
import type { Reassignment, Registration } from '@/lib/chain/typed-data'
import { toSeconds } from './time'

export type RegistrationRow = typeof registrations.$inferSelect
export type ReassignmentRow = typeof reassignments.$inferSelect

const ZERO: Hex = `0x${'0'.repeat(64)}`

type Common = Pick<
  RegistrationRow,
  'owner' | 'network' | 'model' | 'cell' | 'placeCommitment' | 'metadataHash' | 'deadline'
>

function commonTerms(row: Common) {
  return {
    owner: row.owner,
    network: toShortString(row.network),
    model: toShortString(row.model),
    cell: cellToUint64(row.cell),
    place: row.placeCommitment ?? ZERO,
    metadata: row.metadataHash,
    deadline: BigInt(toSeconds(row.deadline)),
  }
}

/** The claim a device signs to be registered, before the device is known. Without a position its nonce is 0. */
export function registrationTerms(row: Common): Omit<Registration, 'deviceId'> {
  return { ...commonTerms(row), nonce: 0n }
}

/** The claim a device signs to be registered. */
export function registrationClaim(row: Common, deviceId: Hex): Registration {
  return { ...registrationTerms(row), deviceId }
}

/** The claim a device signs to be moved. */
export function reassignmentClaim(row: Common & Pick<ReassignmentRow, 'positionId' | 'nonce'>): Reassignment {
  return { ...commonTerms(row), tokenId: BigInt(row.positionId), nonce: row.nonce }
}

type Proof = Pick<
  RegistrationRow,
  'keyType' | 'keyX' | 'keyY' | 'deviceSignature' | 'attester' | 'attesterSignature'
>

/** The proof kept in a row: undefined while it is only challenged. */
export function proofOf(row: Proof): Omit<Proven<never>, 'claim'> | undefined {
  const key = keyOf(row)
  const { deviceSignature, attester, attesterSignature } = row
  if (!key || !deviceSignature || !attester || !attesterSignature) return undefined
  return {
    key,
    deviceSignature: deviceSignature as Hex,
    attester,
    attesterSignature: attesterSignature as Hex,
  }
}

function keyOf({ keyType, keyX, keyY }: Pick<Proof, 'keyType' | 'keyX' | 'keyY'>): DeviceKey | undefined {
  const known = keyTypes.find((type) => type === keyType)
  return known && keyX && keyY ? { keyType: known, x: keyX, y: keyY } : undefined
}
