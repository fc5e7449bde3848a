import { p256 } from '@noble/curves/nist.js'
import { bytesToHex, type Hex, hexToBytes } from 'viem'
import type { DeviceKey } from '../ids'

/**
 * The P-256 signature of a digest by a WebCrypto key, which may be one that cannot be exported. WebCrypto hashes the
 * digest itself and leaves s in either half; the contract wants the lower.
 *
 * @param key an ECDSA P-256 private key with the usage `sign`
 */
export async function signWithCryptoKey(key: CryptoKey, digest: Hex): Promise<Hex> {
  const bytes = new Uint8Array(hexToBytes(digest))
  const signed = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, bytes)
  const signature = p256.Signature.fromBytes(new Uint8Array(signed), 'compact').normalizeS()
  return bytesToHex(signature.toBytes('compact'))
}

/** The public key of a WebCrypto P-256 pair as the contract takes it. @param key the (exportable) public half */
export async function publicKeyOfCryptoKey(key: CryptoKey): Promise<DeviceKey> {
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', key))
  return { keyType: 'p256', x: bytesToHex(point.slice(1, 33)), y: bytesToHex(point.slice(33, 65)) }
}
