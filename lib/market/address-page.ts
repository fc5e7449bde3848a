import type { UsdUnits } from '@/lib/core/money'
import type { LedgerEntry } from './ledger-entry'
import type { OrderKind } from './order-terms'
import type { Portfolio } from './portfolio'

type Hex = `0x${string}`

/** An order that can be filled now, as its signer's page lists it. */
export type OpenOrder = {
  hash: Hex
  kind: OrderKind
  positionId: number
  name: string
  /** the buyer's total, fees included */
  price: UsdUnits
  endTime: Date
  bound: boolean
}

/** A sale from the side of one account. */
export type SideOfSale = {
  positionId: number
  name: string
  at: Date
  transaction: Hex
  side: 'bought' | 'sold'
  other: Hex
  price: UsdUnits
  fee: UsdUnits
}

/** What an account holds and did. */
export type AddressPage = {
  /** with its checksum */
  account: Hex
  /** did:pkh of the account on this chain */
  did: string
  /** the account has code: a contract, or a key that delegates to one */
  isContract: boolean
  /** pseudonym of the relay operator whose published months stand for this account */
  operator: string | undefined
  counts: { registered: number; bought: number; sold: number }
  portfolio: Portfolio
  orders: OpenOrder[]
  sales: SideOfSale[]
  /** the newest lines of the record it is a side of */
  entries: LedgerEntry[]
  now: Date
}
