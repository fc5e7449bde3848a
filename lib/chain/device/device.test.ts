import fc from 'fast-check'
import { concatHex, type Hex, hexToBigInt, numberToHex, slice } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { describe, expect, test } from 'vitest'
import { keyTypes } from '../ids'
import { deviceSecretFromSeed, generateDeviceSecret, publicKeyOf } from './device-secret'
import { signDigest } from './sign-digest'
import { publicKeyOfCryptoKey, signWithCryptoKey } from './sign-with-crypto-key'
import { verifyDigest } from './verify-digest'

const digests = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes): Hex => `0x${Buffer.from(bytes).toString('hex')}`)
const orders = {
  secp256k1: 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n,
  p256: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
}

describe.each(keyTypes)('a %s device', (keyType) => {
  const secret = deviceSecretFromSeed(keyType, 'hotswap-seed:test:one')
  const key = publicKeyOf(secret)

  test('has the same key for the same seed, and another for another', () => {
    expect(deviceSecretFromSeed(keyType, 'hotswap-seed:test:one')).toEqual(secret)
    expect(deviceSecretFromSeed(keyType, 'hotswap-seed:test:two').secret).not.toBe(secret.secret)
    expect(generateDeviceSecret(keyType).secret).not.toBe(generateDeviceSecret(keyType).secret)
  })

  test('signs any digest so that its own key verifies it, in the length and half the contract takes', () => {
    fc.assert(
      fc.property(digests, (digest) => {
        const signature = signDigest(secret, digest)
        expect(signature.length).toBe(2 + 2 * (keyType === 'p256' ? 64 : 65))
        expect(hexToBigInt(slice(signature, 32, 64))).toBeLessThanOrEqual(orders[keyType] / 2n)
        expect(verifyDigest(key, digest, signature)).toBe(true)
      }),
    )
  })

  test('is refused for another digest, another key, a changed byte, the upper half, or another length', () => {
    const digest = numberToHex(1n, { size: 32 })
    const signature = signDigest(secret, digest)
    const other = publicKeyOf(deviceSecretFromSeed(keyType, 'other'))
    const s = hexToBigInt(slice(signature, 32, 64))
    const high = concatHex([
      slice(signature, 0, 32),
      numberToHex(orders[keyType] - s, { size: 32 }),
      ...(keyType === 'p256'
        ? []
        : [slice(signature, 64) === '0x1b' ? ('0x1c' as const) : ('0x1b' as const)]),
    ])
    expect(verifyDigest(key, numberToHex(2n, { size: 32 }), signature)).toBe(false)
    expect(verifyDigest(other, digest, signature)).toBe(false)
    expect(verifyDigest(key, digest, high)).toBe(false)
    expect(verifyDigest(key, digest, slice(signature, 0, 63))).toBe(false)
    expect(verifyDigest(key, digest, concatHex([signature, '0x00']))).toBe(false)
    expect(verifyDigest(key, digest, '0x')).toBe(false)
    expect(verifyDigest({ ...key, y: numberToHex(1n, { size: 32 }) }, digest, signature)).toBe(false)
    fc.assert(
      fc.property(fc.nat((signature.length - 2) / 2 - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const bytes = Buffer.from(signature.slice(2), 'hex')
        bytes[at] = (bytes[at] ?? 0) ^ flip
        expect(verifyDigest(key, digest, `0x${bytes.toString('hex')}`)).toBe(false)
      }),
    )
  })
})

test('a secp256k1 device signs as an Ethereum account of the same key does', async () => {
  const secret = deviceSecretFromSeed('secp256k1', 'hotswap-seed:test:account')
  const digest = numberToHex(7n, { size: 32 })
  expect(signDigest(secret, digest)).toBe(await privateKeyToAccount(secret.secret).sign({ hash: digest }))
})

test('a key that cannot leave WebCrypto signs what the contract takes', async () => {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
    'verify',
  ])
  const key = await publicKeyOfCryptoKey(pair.publicKey)
  for (let i = 1n; i <= 20n; i++) {
    const digest = numberToHex(i, { size: 32 })
    expect(verifyDigest(key, digest, await signWithCryptoKey(pair.privateKey, digest))).toBe(true)
  }
})
