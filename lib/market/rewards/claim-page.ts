import type { UsdUnits } from '@/lib/core/money'
import type { PositionReward } from './position-reward'

/** A row of the claim page: what one position earned an account in one network. */
export type ClaimRow = PositionReward & {
  /** null where its metadata is not known here */
  name: string | null
  /** the account owns it now; else it has sold it or sent it away */
  isHeld: boolean
  isDemonstration: boolean
}

/** A network with rewards of the account, and how far they are published. */
export type ClaimNetwork = {
  slug: string
  name: string
  /** end of the last published epoch and where its file is */
  published: { until: Date; file: string } | undefined
  rows: ClaimRow[]
}

export type ClaimPage = {
  account: `0x${string}`
  networks: ClaimNetwork[]
  claimable: UsdUnits
  accruing: UsdUnits
  claimed: UsdUnits
  now: Date
  /** the last block read */
  head: number
  /** the test dollars of a local chain */
  isLocal: boolean
}

/** Sums of rows. */
export function sumRewards(rows: readonly Pick<PositionReward, 'claimable' | 'accruing' | 'claimed'>[]) {
  const sum = { claimable: 0n, accruing: 0n, claimed: 0n }
  for (const row of rows) {
    sum.claimable += row.claimable
    sum.accruing += row.accruing
    sum.claimed += row.claimed
  }
  return sum
}
