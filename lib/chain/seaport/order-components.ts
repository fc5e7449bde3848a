import type { Address, Hex } from 'viem'
import { z } from 'zod'

export type OfferItem = {
  itemType: number
  token: Address
  identifierOrCriteria: bigint
  startAmount: bigint
  endAmount: bigint
}

export type ConsiderationItem = OfferItem & { recipient: Address }

/** What an offerer signs: Seaport's `OrderComponents`. Times are Unix seconds. */
export type OrderComponents = {
  offerer: Address
  zone: Address
  offer: readonly OfferItem[]
  consideration: readonly ConsiderationItem[]
  orderType: number
  startTime: bigint
  endTime: bigint
  zoneHash: Hex
  salt: bigint
  conduitKey: Hex
  counter: bigint
}

export type SignedOrder = { components: OrderComponents; signature: Hex }

const UINT256_MAX = 2n ** 256n - 1n

const uint256 = z
  .string()
  .regex(/^(0|[1-9]\d{0,77})$/, 'not a decimal integer')
  .transform((text, context) => {
    const value = BigInt(text)
    if (value > UINT256_MAX) {
      context.addIssue({ code: 'custom', message: 'more than 256 bits' })
      return z.NEVER
    }
    return value
  })

const address = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/, 'not an address')
  .transform((text) => text.toLowerCase() as Address)

const bytes32 = z
  .string()
  .regex(/^0x[0-9a-fA-F]{64}$/, 'not 32 bytes')
  .transform((text) => text.toLowerCase() as Hex)

const offerItem = z.strictObject({
  itemType: z.int().min(0).max(5),
  token: address,
  identifierOrCriteria: uint256,
  startAmount: uint256,
  endAmount: uint256,
})

const considerationItem = offerItem.extend({ recipient: address })

/**
 * Order components as they travel in JSON: integers as decimal strings, addresses and hashes as hex. Parsing gives
 * {@link OrderComponents} with addresses in lower case.
 */
export const orderComponentsSchema = z.strictObject({
  offerer: address,
  zone: address,
  offer: z.array(offerItem).min(1).max(8),
  consideration: z.array(considerationItem).min(1).max(8),
  orderType: z.int().min(0).max(4),
  startTime: uint256,
  endTime: uint256,
  zoneHash: bytes32,
  salt: uint256,
  conduitKey: bytes32,
  counter: uint256,
})

/** {@link OrderComponents} as JSON carries them. */
export type OrderComponentsJson = z.input<typeof orderComponentsSchema>

/** JSON → components. Throws a ZodError when the shape is wrong. */
export function orderFromJson(json: unknown): OrderComponents {
  return orderComponentsSchema.parse(json)
}

/** Components → JSON; `orderFromJson` reads it back unchanged, but for the case of addresses. */
export function orderToJson(components: OrderComponents): OrderComponentsJson {
  const item = (it: OfferItem) => ({
    itemType: it.itemType,
    token: it.token,
    identifierOrCriteria: it.identifierOrCriteria.toString(),
    startAmount: it.startAmount.toString(),
    endAmount: it.endAmount.toString(),
  })
  return {
    offerer: components.offerer,
    zone: components.zone,
    offer: components.offer.map(item),
    consideration: components.consideration.map((it) => ({ ...item(it), recipient: it.recipient })),
    orderType: components.orderType,
    startTime: components.startTime.toString(),
    endTime: components.endTime.toString(),
    zoneHash: components.zoneHash,
    salt: components.salt.toString(),
    conduitKey: components.conduitKey,
    counter: components.counter.toString(),
  }
}
