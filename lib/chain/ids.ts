import { encodeAbiParameters, type Hex, hexToString, keccak256, stringToHex } from 'viem'
import { InvalidInputError } from '@/lib/core/errors'

export const keyTypes = ['secp256k1', 'p256'] as const
export type KeyType = (typeof keyTypes)[number]

/** Uncompressed public key of a device. */
export type DeviceKey = { keyType: KeyType; x: Hex; y: Hex }

/** The number by which the contract knows a curve. */
export function keyTypeCode(keyType: KeyType): 0 | 1 {
  return keyType === 'secp256k1' ? 0 : 1
}

/** `keccak256(abi.encode(keyType, x, y))`: a device's name on chain, one for ever. */
export function deviceId(key: DeviceKey): Hex {
  return keccak256(
    encodeAbiParameters(
      [{ type: 'uint8' }, { type: 'bytes32' }, { type: 'bytes32' }],
      [keyTypeCode(key.keyType), key.x, key.y],
    ),
  )
}

/** Slug → left-aligned 32 bytes, as networks and models travel on chain. */
export function toShortString(slug: string): Hex {
  if (!/^[a-z0-9][a-z0-9-]{0,30}$/.test(slug))
    throw new InvalidInputError(
      `“${slug}” is not a slug of at most 31 lower-case letters, digits and hyphens.`,
    )
  return stringToHex(slug, { size: 32 })
}

/** 32 bytes → slug; bytes that are no slug come back as their hex, so that nothing on chain can break a reader. */
export function fromShortString(bytes: Hex): string {
  const text = hexToString(bytes, { size: 32 })
  return /^[a-z0-9][a-z0-9-]{0,30}$/.test(text) ? text : bytes
}
