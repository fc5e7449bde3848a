import type { UsdUnits } from '@/lib/core/money'
import type { OrderBook } from './order-book'
import type { ValueInterval } from './price-figures'

/** The ends of both sides of a network, with names and values of the positions in them. */
export type NetworkBookPage = {
  /**
   * `listed` and `bidOn`: positions with a listing that can be filled, and with a bid that can be accepted; `tightest`:
   * the one whose two sides lie nearest to each other
   */
  book: OrderBook & {
    listed: number
    bidOn: number
    tightest: { positionId: number; ask: UsdUnits; bid: UsdUnits } | undefined
  }
  names: ReadonlyMap<number, string>
  values: ReadonlyMap<number, ValueInterval>
  now: Date
}
