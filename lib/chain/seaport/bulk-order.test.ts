import fc from 'fast-check'
import { type Hex, parseSignature, serializeCompactSignature, signatureToCompactSignature } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { afterAll, expect, test } from 'vitest'
import { createSeaportJs, forSeaportJs } from '@/test/seaport-js'
import { buildListing } from './build-order'
import { bulkOrderTypedData, MAX_BULK_ORDERS, splitBulkSignature } from './bulk-order'
import { SEAPORT_ADDRESS } from './constants'

const privateKey = `0x${'3c'.repeat(32)}` as Hex
const account = privateKeyToAccount(privateKey)
const place = { chainId: 31_337, seaport: SEAPORT_ADDRESS }
// no node is asked: hashes and signatures need none
const { seaport, close } = createSeaportJs({ ...place, privateKey, rpcUrl: 'http://127.0.0.1:9' })
afterAll(close)

const address = (byte: string): Hex => `0x${byte.repeat(20)}`

function listing(positionId: number) {
  return buildListing({
    deployment: {
      positions: address('a1'),
      dollar: address('b2'),
      zone: address('c3'),
      fee: { recipient: address('d4'), basisPoints: 100 },
    },
    offerer: account.address,
    positionId,
    price: 100_000_000n,
    stateHash: `0x${'f6'.repeat(32)}`,
    startTime: 1n,
    endTime: 2n,
    counter: 0n,
    salt: BigInt(positionId),
  })
}

test('one signature for many orders is that of seaport-js', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 20 }), async (count) => {
      const orders = Array.from({ length: count }, (_, at) => listing(at + 1))
      const signature = await account.signTypedData(bulkOrderTypedData(place, orders))
      const compact = serializeCompactSignature(signatureToCompactSignature(parseSignature(signature)))
      const theirs = await seaport.signBulkOrder(orders.map(forSeaportJs))
      expect(splitBulkSignature(orders, compact).map((order) => order.signature)).toEqual(
        theirs.map((order) => order.signature),
      )
    }),
    { numRuns: 25 },
  )
})

test('no order, and too many, are refused', () => {
  expect(() => bulkOrderTypedData(place, [])).toThrow('One signature covers 1 to 1024 orders.')
  const many = Array.from({ length: MAX_BULK_ORDERS + 1 }, () => listing(1))
  expect(() => splitBulkSignature(many, '0x')).toThrow('One signature covers 1 to 1024 orders.')
})
