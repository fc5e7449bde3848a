import fc from 'fast-check'
import { concatHex, type Hex, hexToBigInt, numberToHex, slice } from 'viem'
import { expect, test } from 'vitest'
import { keyTypes } from '../ids'
import { deviceSecretFromSeed, publicKeyOf } from './device-secret'
import { signDigest } from './sign-digest'
import { verifyDigest } from './verify-digest'
import { verifyDigestNative } from './verify-digest-native'

const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n

test.each(keyTypes)(
  'the native verdict on %s signatures is the readable one’s, good or spoilt',
  (keyType) => {
    const secret = deviceSecretFromSeed(keyType, 'native')
    const key = publicKeyOf(secret)
    const spoilt = fc.record({
      digest: fc.bigInt(0n, 2n ** 256n - 1n),
      at: fc.nat(63),
      flip: fc.integer({ min: 0, max: 255 }),
    })
    fc.assert(
      fc.property(spoilt, ({ digest: number, at, flip }) => {
        const digest = numberToHex(number, { size: 32 })
        const bytes = Buffer.from(signDigest(secret, digest).slice(2), 'hex')
        bytes[at] = (bytes[at] ?? 0) ^ flip
        const signature: Hex = `0x${bytes.toString('hex')}`
        const verdict = verifyDigestNative(key, digest, signature)
        expect(verdict).toBe(flip === 0)
        expect(verdict).toBe(verifyDigest(key, digest, signature))
      }),
      { examples: [[{ digest: 0n, at: 0, flip: 0 }]] },
    )
  },
)

test('both refuse the edges: the upper half, zero, the order, a point off the curve, other lengths', () => {
  const secret = deviceSecretFromSeed('p256', 'native')
  const key = publicKeyOf(secret)
  const digest = numberToHex(9n, { size: 32 })
  const good = signDigest(secret, digest)
  const [r, s] = [slice(good, 0, 32), slice(good, 32)]
  const zero = numberToHex(0n, { size: 32 })
  const order = numberToHex(ORDER, { size: 32 })
  const high = numberToHex(ORDER - hexToBigInt(s), { size: 32 })
  const bad: [typeof key, Hex][] = [
    [key, concatHex([r, high])],
    [key, concatHex([zero, s])],
    [key, concatHex([r, zero])],
    [key, concatHex([order, s])],
    [key, concatHex([r, order])],
    [key, slice(good, 0, 63)],
    [key, concatHex([good, '0x00'])],
    [key, '0x'],
    [{ ...key, y: zero }, good],
    [{ ...key, x: zero, y: zero }, good],
  ]
  for (const [by, signature] of bad) {
    expect(verifyDigestNative(by, digest, signature)).toBe(false)
    expect(verifyDigest(by, digest, signature)).toBe(false)
  }
  expect(verifyDigestNative(key, digest, good)).toBe(true)
})
