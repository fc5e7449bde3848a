import fc from 'fast-check'
import { bytesToHex, type Hex, zeroAddress } from 'viem'
import { describe, expect, test } from 'vitest'
import { InvalidOrderError } from '@/lib/market/order-errors'
import { MAX_ORDER_SECONDS, MAX_PRICE, MIN_PRICE } from '@/lib/market/order-rules'
import { buildItemOffer, buildListing } from './build-order'
import type { OrderComponents } from './order-components'
import { orderHash } from './order-hash'
import { readTerms } from './read-terms'

const address = (byte: string): Hex => `0x${byte.repeat(20)}`
const deployment = {
  positions: address('a1'),
  dollar: address('b2'),
  zone: address('c3'),
  fee: { recipient: address('d4'), basisPoints: 100 },
}
const now = 1_750_000_000
const bytes = (size: number) =>
  fc.uint8Array({ minLength: size, maxLength: size }).map((array) => bytesToHex(array))

const terms = fc.record({
  offerer: bytes(20).filter((it) => it !== zeroAddress),
  positionId: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  price: fc.bigInt({ min: MIN_PRICE, max: MAX_PRICE }),
  stateHash: bytes(32),
  startTime: fc.integer({ min: now - 3_600, max: now }).map(BigInt),
  endTime: fc.integer({ min: now + 1, max: now - 3_600 + MAX_ORDER_SECONDS }).map(BigInt),
  counter: fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }),
  salt: fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }),
  basisPoints: fc.constantFrom(0, 1, 100, 250, 1_000),
})

describe('what we build, we read', () => {
  test.each([
    ['listing', buildListing],
    ['item_offer', buildItemOffer],
  ] as const)('%s', (kind, build) => {
    fc.assert(
      fc.property(terms, ({ basisPoints, ...given }) => {
        const market = { ...deployment, fee: { ...deployment.fee, basisPoints } }
        const components = build({ deployment: market, ...given })
        const read = readTerms(components, market, now)
        expect(read).toEqual({
          hash: orderHash(components),
          kind,
          offerer: given.offerer,
          positionId: given.positionId,
          price: given.price,
          fee: (given.price * BigInt(basisPoints)) / 10_000n,
          net: given.price - (given.price * BigInt(basisPoints)) / 10_000n,
          startTime: Number(given.startTime),
          endTime: Number(given.endTime),
          counter: given.counter,
          zone: market.zone,
          zoneHash: given.stateHash,
          bound: true,
        })
        // every dollar of the price is in exactly one item
        const paid = components.consideration.reduce((sum, item) => sum + item.startAmount, 0n)
        if (kind === 'listing') expect(paid).toBe(given.price)
        expect(components.consideration.every((item) => item.startAmount > 0n)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

describe('what nobody built, is refused by name', () => {
  const given = {
    deployment,
    offerer: address('e5'),
    positionId: 7,
    price: 100_000_000n,
    stateHash: `0x${'f6'.repeat(32)}` as Hex,
    startTime: BigInt(now),
    endTime: BigInt(now + 86_400),
    counter: 0n,
    salt: 1n,
  }
  const listing = buildListing(given)
  const offer = buildItemOffer(given)

  function reasonOf(components: OrderComponents): unknown {
    try {
      readTerms(components, deployment, now)
      return undefined
    } catch (error) {
      if (error instanceof InvalidOrderError) return error.details?.reason
      throw error
    }
  }

  test('an item offer with its fee withheld, to another, or taken twice', () => {
    const [position, fee] = offer.consideration
    if (!position || !fee) throw new Error('an offer has a fee')
    expect(reasonOf({ ...offer, consideration: [position] })).toBe('fee')
    expect(reasonOf({ ...offer, consideration: [position, { ...fee, recipient: address('99') }] })).toBe(
      'fee',
    )
    expect(reasonOf({ ...offer, consideration: [position, fee, fee] })).toBe('items')
    expect(reasonOf({ ...offer, consideration: [{ ...position, recipient: address('99') }, fee] })).toBe(
      'recipient',
    )
  })

  test('dollars for dollars, a position for a position, nobody’s order', () => {
    expect(reasonOf({ ...listing, offer: offer.offer })).toBe('item_type')
    expect(reasonOf({ ...offer, offer: listing.offer })).toBe('item_type')
    expect(reasonOf({ ...listing, offerer: zeroAddress })).toBe('side')
    expect(reasonOf({ ...listing, offer: [] })).toBe('items')
  })

  test('a position number no position has', () => {
    for (const identifierOrCriteria of [0n, 2n ** 53n, 2n ** 256n - 1n])
      expect(
        reasonOf({ ...listing, offer: listing.offer.map((it) => ({ ...it, identifierOrCriteria })) }),
      ).toBe('position')
  })

  test('any one field changed gives other terms, or a refusal', () => {
    const number = fc.bigInt({ min: 0n, max: 2n ** 256n - 1n })
    const change = fc.oneof(
      fc.record({ zone: bytes(20) }),
      fc.record({ orderType: fc.integer({ min: 0, max: 4 }) }),
      fc.record({ startTime: number }),
      fc.record({ endTime: number }),
      fc.record({ conduitKey: bytes(32) }),
      fc.record({ salt: number }),
      fc.record({ zoneHash: bytes(32) }),
    )
    fc.assert(
      fc.property(change, fc.constantFrom(listing, offer), (it, order) => {
        const changed = { ...order, ...it }
        if (orderHash(changed) === orderHash(order) || reasonOf(changed) !== undefined) return
        const read = readTerms(changed, deployment, now)
        expect(read.hash).not.toBe(orderHash(order))
        expect(Number.isSafeInteger(read.startTime) && Number.isSafeInteger(read.endTime)).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })
})
