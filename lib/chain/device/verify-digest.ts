import { p256 } from '@noble/curves/nist.js'
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { type Hex, hexToBytes, sha256, size } from 'viem'
import type { DeviceKey } from '../ids'

/**
 * Whether a device key signed a digest, judged exactly as `DevicePositions` does: fixed lengths, s in the lower half,
 * the point on its curve, and for secp256k1 a v of 27 or 28 that recovers this very key. Never throws.
 */
export function verifyDigest(key: DeviceKey, digest: Hex, signature: Hex): boolean {
  try {
    const point = hexToBytes(`0x04${key.x.slice(2)}${key.y.slice(2)}`)
    if (key.keyType === 'p256') {
      if (size(signature) !== 64) return false
      const options = { lowS: true, prehash: false }
      return p256.verify(hexToBytes(signature), sha256(digest, 'bytes'), point, options)
    }
    if (size(signature) !== 65) return false
    const bytes = hexToBytes(signature)
    const v = bytes[64]
    if (v !== 27 && v !== 28) return false
    const parsed = secp256k1.Signature.fromBytes(bytes.slice(0, 64), 'compact').addRecoveryBit(v - 27)
    if (parsed.hasHighS()) return false
    const recovered = parsed.recoverPublicKey(hexToBytes(digest))
    return recovered.equals(secp256k1.Point.fromBytes(point))
  } catch {
    return false
  }
}
