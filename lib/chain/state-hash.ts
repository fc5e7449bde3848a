import { type Address, encodeAbiParameters, type Hex, keccak256, zeroAddress, zeroHash } from 'viem'
import { toShortString } from './ids'

/** Everything `deviceHash` covers, as the contract stores it. */
export type DeviceState = {
  tokenId: bigint
  deviceId: Hex
  network: Hex
  model: Hex
  cell: bigint
  place: Hex
  metadata: Hex
  /** as stored, not judged by time */
  user: Address
  expires: bigint
  flags: number
}

/** `DevicePositions.deviceHash`: what the device is, without who owned it how often. */
export function deviceHash(state: DeviceState): Hex {
  return keccak256(
    encodeAbiParameters(
      [
        { type: 'uint256' },
        { type: 'bytes32' },
        { type: 'bytes32' },
        { type: 'bytes32' },
        { type: 'uint64' },
        { type: 'bytes32' },
        { type: 'bytes32' },
        { type: 'address' },
        { type: 'uint64' },
        { type: 'uint32' },
      ],
      [
        state.tokenId,
        state.deviceId,
        state.network,
        state.model,
        state.cell,
        state.place,
        state.metadata,
        state.user,
        state.expires,
        state.flags,
      ],
    ),
  )
}

/** `DevicePositions.stateHash`: what a seller signs as zoneHash. */
export function stateHash(state: DeviceState, ownershipNonce: bigint): Hex {
  return keccak256(
    encodeAbiParameters([{ type: 'bytes32' }, { type: 'uint64' }], [deviceHash(state), ownershipNonce]),
  )
}

/** A position as the database keeps it: slugs, hex cell, absent values as null. */
export type PositionFacts = {
  id: number
  deviceId: Hex
  network: string
  model: string
  cell: string | null
  placeCommitment: Hex | null
  metadataHash: Hex
  user: Address | null
  userExpires: bigint
  flags: number
  ownershipNonce: number
}

/** Slug, or the 32 bytes themselves where they were no slug, back to what stands on chain. */
function shortStringBytes(text: string): Hex {
  return text.startsWith('0x') ? (text as Hex) : toShortString(text)
}

/** `stateHash` of a position read from the database; equals the contract's own. */
export function positionStateHash(position: PositionFacts): Hex {
  return stateHash(
    {
      tokenId: BigInt(position.id),
      deviceId: position.deviceId,
      network: shortStringBytes(position.network),
      model: shortStringBytes(position.model),
      cell: position.cell === null ? 0n : BigInt(`0x${position.cell}`),
      place: position.placeCommitment ?? zeroHash,
      metadata: position.metadataHash,
      user: position.user ?? zeroAddress,
      expires: position.userExpires,
      flags: position.flags,
    },
    BigInt(position.ownershipNonce),
  )
}
