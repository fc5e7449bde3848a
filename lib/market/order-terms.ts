import type { UsdUnits } from '@/lib/core/money'

type Hex = `0x${string}`

export const orderKinds = ['listing', 'item_offer'] as const
export type OrderKind = (typeof orderKinds)[number]

/** What an order says, once it is known to be one this market takes. Addresses in lower case. */
export type OrderTerms = {
  hash: Hex
  kind: OrderKind
  offerer: Hex
  positionId: number
  /** what the buyer pays in all */
  price: UsdUnits
  /** the part of it that goes to the fee recipient */
  fee: UsdUnits
  /** the part of it that goes to the seller */
  net: UsdUnits
  /** Unix seconds */
  startTime: number
  endTime: number
  counter: bigint
  zone: Hex
  zoneHash: Hex
  /** whether our zone holds the order to the position's signed state */
  bound: boolean
}
