import fc from 'fast-check'
import { concatHex } from 'viem'
import { describe, expect, test } from 'vitest'
import { deviceSecretFromSeed, publicKeyOf } from '../device'
import { keyTypes } from '../ids'
import { didKey, keyFromBytes, parseDidKey } from './did-key'
import { didPkh, parseDidPkh, positionAsset } from './did-pkh'

const seed = 20_240_607

describe('did:key', () => {
  // test vectors of the did:key specification, https://w3c-ccg.github.io/did-key-spec/#test-vectors
  test.each([
    ['secp256k1', 'did:key:zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme'],
    ['secp256k1', 'did:key:zQ3shtxV1FrJfhqE1dvxYRcCknWNjHc3c5X1y3ZSoPDi2aur2'],
    ['secp256k1', 'did:key:zQ3shZc2QzApp2oymGvQbzP8eKheVshBHbU4ZYjeXqwSKEn6N'],
    ['p256', 'did:key:zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169'],
    ['p256', 'did:key:zDnaerx9CtbPJ1q36T5Ln5wYt3MQYeGRG5ehnPAmxcf5mDZpv'],
  ])('a published %s identifier is read and written back', (keyType, did) => {
    const key = parseDidKey(did)
    expect(key.keyType).toBe(keyType)
    expect(didKey(key)).toBe(did)
  })

  test.each(keyTypes)('any %s key comes back from its identifier and its compressed bytes', (keyType) => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        const key = publicKeyOf(deviceSecretFromSeed(keyType, `did:${name}`))
        expect(parseDidKey(didKey(key))).toEqual(key)
        const parity = BigInt(key.y) % 2n === 0n ? '0x02' : '0x03'
        expect(keyFromBytes(keyType, concatHex([parity, key.x]))).toEqual(key)
        expect(keyFromBytes(keyType, concatHex(['0x04', key.x, key.y]))).toEqual(key)
      }),
      { seed, numRuns: 30 },
    )
  })

  test('what is none is refused with a sentence', () => {
    const key = publicKeyOf(deviceSecretFromSeed('p256', 'one'))
    for (const text of [
      '',
      'did:key:',
      'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK',
      didKey(key).slice(0, -3),
    ])
      expect(() => parseDidKey(text)).toThrow(/did:key|point/)
    expect(() => didKey({ ...key, y: key.x })).toThrow('no point of the curve')
  })
})

test('an account is its CAIP-10 id in any case, and back', () => {
  const account = '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266'
  expect(didPkh(31_337, account.toLowerCase() as typeof account)).toBe(`did:pkh:eip155:31337:${account}`)
  expect(parseDidPkh(didPkh(1, account))).toEqual({ chainId: 1, account })
  expect(() => parseDidPkh('did:pkh:solana:x:y')).toThrow('not a did:pkh')
  expect(positionAsset(31_337, account, 12)).toBe(`eip155:31337/erc721:${account}/12`)
})
