import type { UsdUnits } from '@/lib/core/money'

/** What an account earned with a position in a network, in base units of the dollar. */
export type PositionReward = {
  positionId: number
  network: string
  /** lower case */
  account: `0x${string}`
  /** sum of all epochs published so far */
  published: UsdUnits
  /** of it, paid to the account already */
  claimed: UsdUnits
  /** of it, to be claimed now */
  claimable: UsdUnits
  /** earned since the last published epoch: an estimate until its own is published */
  accruing: UsdUnits
  /** the epoch the claim is against (Unix second of its end); undefined while none is published */
  epoch: number | undefined
}
