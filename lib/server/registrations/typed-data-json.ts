import type { Deployment } from '@/lib/chain/deployment'
import {
  positionsDomain,
  type Reassignment,
  type Registration,
  reassignmentTypes,
  registrationTypes,
} from '@/lib/chain/typed-data'

/** Integers as decimal strings, so that JSON holds them and every EIP-712 library reads them. */
type Json<claim> = { [field in keyof claim]: claim[field] extends bigint ? string : claim[field] }

const EIP712Domain = [
  { name: 'name', type: 'string' },
  { name: 'version', type: 'string' },
  { name: 'chainId', type: 'uint256' },
  { name: 'verifyingContract', type: 'address' },
] as const

type Place = Pick<Deployment, 'chainId' | 'positions'>

/** What is the same in every registration: its types, and where it is valid. */
export function registrationFrame(place: Place) {
  return {
    types: { EIP712Domain, ...registrationTypes },
    primaryType: 'Registration' as const,
    domain: positionsDomain(place.chainId, place.positions),
  }
}

/** What a device signs to be registered, as complete EIP-712 JSON; `deviceId` is null until the device is known. */
export function registrationJson(
  place: Place,
  claim: Omit<Registration, 'deviceId'> & { deviceId: Registration['deviceId'] | null },
) {
  return { ...registrationFrame(place), message: toJson(claim) }
}

/** What a device signs to be moved, as complete EIP-712 JSON. */
export function reassignmentJson(place: Place, claim: Reassignment) {
  return {
    types: { EIP712Domain, ...reassignmentTypes },
    primaryType: 'Reassignment' as const,
    domain: positionsDomain(place.chainId, place.positions),
    message: toJson(claim),
  }
}

function toJson<claim extends object>(claim: claim): Json<claim> {
  const entries = Object.entries(claim).map(([name, value]) => [
    name,
    typeof value === 'bigint' ? value.toString() : value,
  ])
  return Object.fromEntries(entries) as Json<claim>
}
