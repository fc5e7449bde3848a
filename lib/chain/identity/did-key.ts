import { p256 } from '@noble/curves/nist.js'
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { base58 } from '@scure/base'
import { bytesToHex, type Hex, hexToBytes } from 'viem'
import { InvalidInputError } from '@/lib/core/errors'
import { type DeviceKey, type KeyType, keyTypes } from '../ids'

/* multicodec varints: secp256k1-pub 0xe7, p256-pub 0x1200 (multicodec table, https://github.com/multiformats/multicodec) */
const codecs: Record<KeyType, readonly [number, number]> = { secp256k1: [0xe7, 0x01], p256: [0x80, 0x24] }
const curves = { p256, secp256k1 }

export type DidKey = `did:key:z${string}`

/**
 * A device as a decentralised identifier: `did:key:z` and, in base58btc, the multicodec of its curve and its compressed
 * public key (https://w3c-ccg.github.io/did-key-spec/).
 *
 * @throws InvalidInputError when the key is no point of its curve
 * @example
 * didKey(publicKeyOf(secret)) // 'did:key:zDn…' for P-256, 'did:key:zQ3s…' for secp256k1
 */
export function didKey(key: DeviceKey): DidKey {
  const compressed = pointOf(key.keyType, `0x04${key.x.slice(2)}${key.y.slice(2)}`).toBytes(true)
  return `did:key:z${base58.encode(Uint8Array.from([...codecs[key.keyType], ...compressed]))}`
}

/**
 * The public key a `did:key` names.
 * @throws InvalidInputError when it is no did:key, of another kind of key, or no point of its curve
 */
export function parseDidKey(did: string): DeviceKey {
  const [, encoded] = /^did:key:z([1-9A-HJ-NP-Za-km-z]{40,60})$/.exec(did) ?? []
  if (!encoded) throw new InvalidInputError(`“${did}” is not a did:key in base58btc.`)
  const bytes = base58.decode(encoded)
  const keyType = keyTypes.find((type) => codecs[type].every((byte, index) => bytes[index] === byte))
  if (!keyType) throw new InvalidInputError('This did:key is of neither curve a device can have.')
  return keyFromBytes(keyType, bytesToHex(bytes.slice(2)))
}

/**
 * A public key from its SEC 1 bytes, compressed (33) or not (65).
 * @throws InvalidInputError when it is no point of the curve
 */
export function keyFromBytes(keyType: KeyType, bytes: Hex): DeviceKey {
  const whole = pointOf(keyType, bytes).toBytes(false)
  return { keyType, x: bytesToHex(whole.slice(1, 33)), y: bytesToHex(whole.slice(33, 65)) }
}

function pointOf(keyType: KeyType, bytes: Hex) {
  try {
    return curves[keyType].Point.fromBytes(hexToBytes(bytes))
  } catch (cause) {
    throw new InvalidInputError(`This is no point of the curve ${keyType}.`, { cause })
  }
}
