import { p256 } from '@noble/curves/nist.js'
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { bytesToHex, type Hex, hexToBytes, keccak256, stringToBytes } from 'viem'
import type { DeviceKey, KeyType } from '../ids'

/** A device's private key. In real hardware it never leaves the secure element; here it is a file or a seed. */
export type DeviceSecret = { keyType: KeyType; secret: Hex }

const curves = { secp256k1, p256 }

/** A fresh key from the platform's random source. */
export function generateDeviceSecret(keyType: KeyType): DeviceSecret {
  return { keyType, secret: bytesToHex(curves[keyType].utils.randomSecretKey()) }
}

/**
 * The same key for the same words: keccak256 of the seed, hashed again in the (never seen) case that it is no scalar
 * of the curve. For demonstration devices only; whoever knows the words has the key.
 */
export function deviceSecretFromSeed(keyType: KeyType, seed: string): DeviceSecret {
  let secret = keccak256(stringToBytes(seed))
  while (!curves[keyType].utils.isValidSecretKey(hexToBytes(secret))) secret = keccak256(secret)
  return { keyType, secret }
}

/** The uncompressed public key of a secret: what is registered. */
export function publicKeyOf({ keyType, secret }: DeviceSecret): DeviceKey {
  const point = curves[keyType].getPublicKey(hexToBytes(secret), false)
  return { keyType, x: bytesToHex(point.slice(1, 33)), y: bytesToHex(point.slice(33, 65)) }
}
