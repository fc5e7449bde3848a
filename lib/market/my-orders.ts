import type { PositionOrder } from './position-page'
import type { ValueInterval } from './price-figures'

/** An order as the one who signed it sees it. */
export type MyOrder = PositionOrder & {
  positionId: number
  name: string
  network: { slug: string; name: string }
  value: ValueInterval | undefined
  /** a cheaper listing of the same position, which buyers are shown in its place */
  cheaper: bigint | undefined
}

export type MyOrdersPage = {
  owner: `0x${string}`
  /** can be filled now */
  live: MyOrder[]
  /** cannot, but could again after an event each of them names */
  dormant: MyOrder[]
  /** never again: the newest of them */
  over: MyOrder[]
  /** there are more unfinished orders than are shown */
  isCut: boolean
  /** where the next page of those that are over begins */
  next: string | undefined
  head: number
  now: Date
}
