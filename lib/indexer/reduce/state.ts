import type { Address } from 'viem'
import type { positions } from '@/db/schema'
import type { ChainEvent, EventOf } from '../events'
import type { Header } from '../proof/header'

export type PositionRow = typeof positions.$inferSelect

/** A proven block with its events in log order. */
export type BlockEvents = { header: Header; events: readonly ChainEvent[] }

/** What the database holds of the rows some blocks touch, before them. */
export type KnownState = {
  positions: ReadonlyMap<number, PositionRow>
  balances: ReadonlyMap<Address, bigint>
}

/** What some blocks make of it: only rows that were touched, each with its last value. */
export type StateChanges = {
  positions: Map<number, PositionRow>
  /** null: cleared */
  tokenApprovals: Map<number, Address | null>
  operatorApprovals: Map<string, { owner: Address; operator: Address; approved: boolean }>
  balances: Map<Address, bigint>
  allowances: Map<string, { owner: Address; spender: Address; amount: bigint }>
  counters: Map<Address, bigint>
}

export type Fill = {
  event: EventOf<'order_filled'>
  positionId: number
  seller: Address
  buyer: Address
  /** dollars the buyer paid for this position, fees included; 0 when it was not paid in dollars */
  price: bigint
  /** of it, what went to others than the seller */
  fee: bigint
  /** false: the other order of the same matched pair; the sale is counted once, on its partner */
  primary: boolean
}
