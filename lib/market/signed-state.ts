type Hex = `0x${string}`

/**
 * Everything a position's state hash covers: what a seller binds an order to, and what must be unchanged for it to
 * fill. Slugs are text, places H3 indices, times Unix seconds; the zero address and zero hash are null.
 */
export type SignedState = {
  tokenId: number
  deviceId: Hex
  network: string
  model: string
  /** H3 index at resolution 5, 15 hex digits */
  cell: string | null
  /** commitment to the exact place */
  place: Hex | null
  /** hash of the metadata document */
  metadata: Hex
  /** ERC-4907 user as stored, whether or not the term still runs */
  user: Hex | null
  /** end of the user's term in decimal, since 64 bits do not fit a number; '0' for none */
  expires: string
  /** bit 0: tainted */
  flags: number
  /** grows by one with each transfer */
  ownershipNonce: number
}

/** Flag bits of a position. */
export const TAINTED = 1
