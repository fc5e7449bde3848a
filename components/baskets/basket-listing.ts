import type { Hex } from 'viem'

/** A listing to be bought with others. */
export type BasketListing = { hash: Hex; price: bigint; positionId: number; name: string }

/** Most listings one transaction buys: the server takes no more. */
export const MOST_AT_ONCE = 40

export type BasketPanelProps = {
  /** what is to be bought, the heaviest first */
  listings: readonly BasketListing[]
  /** any shares: nobody can buy them */
  isReference: boolean
  /** search parameters of the basket */
  search: string
  /** number of the block the page was read at */
  head: number
  isLocal: boolean
}
