import type { OrderBook } from '@/lib/market/order-book'
import type { PositionOrder } from '@/lib/market/position-page'
import type { NearestReference } from '@/lib/market/reference-price/nearest-reference'

/** What a panel needs of the position; small, since it is sent to the browser. */
export type PanelPosition = {
  id: number
  owner: `0x${string}`
  head: number
  value: { value: bigint; p5: bigint; p50: bigint; p95: bigint } | undefined
  /** what others paid; undefined where too few did */
  reference: Pick<NearestReference, 'scope' | 'price' | 'share' | 'sales'> | undefined
  orders: PositionOrder[]
  listing: PositionOrder | undefined
  /** what can be filled now, both sides */
  book: OrderBook
  feeBasisPoints: number
  isLocal: boolean
  isDemonstration: boolean
  isTainted: boolean
}
