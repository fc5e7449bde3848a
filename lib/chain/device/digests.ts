import { type Address, type Hex, hashTypedData } from 'viem'
import {
  type Heartbeat,
  heartbeatDomain,
  heartbeatTypes,
  positionsDomain,
  type Reassignment,
  type Registration,
  reassignmentTypes,
  registrationTypes,
} from '../typed-data'

/** Where a signature is valid: one contract on one chain. */
export type SigningPlace = { chainId: number; positions: Address }

/** EIP-712 digest of a registration: what the device and the attester both sign. */
export function registrationDigest(place: SigningPlace, message: Registration): Hex {
  const domain = positionsDomain(place.chainId, place.positions)
  return hashTypedData({ domain, types: registrationTypes, primaryType: 'Registration', message })
}

/** EIP-712 digest of a reassignment: signed by the device, the attester, and the user while a lease runs. */
export function reassignmentDigest(place: SigningPlace, message: Reassignment): Hex {
  const domain = positionsDomain(place.chainId, place.positions)
  return hashTypedData({ domain, types: reassignmentTypes, primaryType: 'Reassignment', message })
}

/** EIP-712 digest of a heartbeat: signed by the device alone. */
export function heartbeatDigest(place: SigningPlace, message: Heartbeat): Hex {
  const domain = heartbeatDomain(place.chainId, place.positions)
  return hashTypedData({ domain, types: heartbeatTypes, primaryType: 'Heartbeat', message })
}
