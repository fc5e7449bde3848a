import fc from 'fast-check'
import {
  bytesToHex,
  type Hex,
  parseSignature,
  serializeCompactSignature,
  signatureToCompactSignature,
} from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { afterAll, describe, expect, test } from 'vitest'
import { createSeaportJs, forSeaportJs } from '@/test/seaport-js'
import { SEAPORT_ADDRESS } from './constants'
import { type OrderComponents, orderFromJson, orderToJson } from './order-components'
import { orderDigest, orderHash } from './order-hash'
import { orderTypedData } from './order-typed-data'

const SEED = 160_016
const RUNS = 1_000

const uint256 = fc.bigInt({ min: 0n, max: 2n ** 256n - 1n })
const amount = fc.oneof(fc.bigInt({ min: 0n, max: 10n ** 15n }), uint256)
const bytes = (size: number) =>
  fc.uint8Array({ minLength: size, maxLength: size }).map((array) => bytesToHex(array))
const address = bytes(20)
const offerItem = fc.record({
  itemType: fc.integer({ min: 0, max: 5 }),
  token: address,
  identifierOrCriteria: uint256,
  startAmount: amount,
  endAmount: amount,
})
const considerationItem = fc.tuple(offerItem, address).map(([item, recipient]) => ({ ...item, recipient }))
const anyOrder: fc.Arbitrary<OrderComponents> = fc.record({
  offerer: address,
  zone: address,
  offer: fc.array(offerItem, { minLength: 1, maxLength: 3 }),
  consideration: fc.array(considerationItem, { minLength: 1, maxLength: 3 }),
  orderType: fc.integer({ min: 0, max: 3 }),
  startTime: uint256,
  endTime: uint256,
  zoneHash: bytes(32),
  salt: uint256,
  conduitKey: bytes(32),
  counter: uint256,
})

const privateKey = `0x${'7a'.repeat(32)}` as Hex
const account = privateKeyToAccount(privateKey)
const place = { chainId: 31_337, seaport: SEAPORT_ADDRESS }
// no node is asked: hashes and signatures need none
const { seaport, close } = createSeaportJs({ ...place, privateKey, rpcUrl: 'http://127.0.0.1:9' })

afterAll(close)

/** seaport-js hands signatures out as EIP-2098 has them. */
function compact(signature: Hex): Hex {
  return serializeCompactSignature(signatureToCompactSignature(parseSignature(signature)))
}

describe(`1,000 fuzzed orders, seed ${SEED}`, () => {
  test('our order hash and our signature are those of seaport-js', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anyOrder, async (components) => {
        const theirs = forSeaportJs(components)
        expect(orderHash(components)).toBe(seaport.getOrderHash(theirs))
        const ours = await account.signTypedData(orderTypedData(place, components))
        expect(compact(ours)).toBe(await seaport.signOrder(theirs))
      }),
      { seed: SEED, numRuns: RUNS },
    )
  })

  test('an order comes back from JSON as it was', () => {
    fc.assert(
      fc.property(anyOrder, (components) => {
        const back = orderFromJson(JSON.parse(JSON.stringify(orderToJson(components))))
        expect(back).toEqual(components)
        expect(orderDigest(place, back)).toBe(orderDigest(place, components))
      }),
      { seed: SEED, numRuns: RUNS },
    )
  })
})
