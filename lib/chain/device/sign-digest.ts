import { p256 } from '@noble/curves/nist.js'
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { bytesToHex, concatHex, type Hex, hexToBytes, numberToHex, sha256 } from 'viem'
import type { DeviceSecret } from './device-secret'

/**
 * A device's signature of an EIP-712 digest, as `DevicePositions` takes it.
 *
 * - secp256k1: 65 bytes r‖s‖v over the digest itself, v 27 or 28
 * - P-256: 64 bytes r‖s over sha256(digest), so that WebCrypto and secure elements, which hash what they sign, can
 *
 * Both are deterministic (RFC 6979) and have s in the lower half of the order.
 *
 * @example
 * const signature = signDigest(secret, registrationDigest(place, claim))
 */
export function signDigest({ keyType, secret }: DeviceSecret, digest: Hex): Hex {
  const options = { lowS: true, prehash: false }
  if (keyType === 'p256')
    return bytesToHex(p256.sign(sha256(digest, 'bytes'), hexToBytes(secret), options).toBytes('compact'))
  const signature = secp256k1.sign(hexToBytes(digest), hexToBytes(secret), options)
  return concatHex([
    bytesToHex(signature.toBytes('compact')),
    numberToHex(27 + signature.recovery, { size: 1 }),
  ])
}
