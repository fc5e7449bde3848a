import type { UsdUnits } from '@/lib/core/money'
import type { LedgerEntry } from './ledger-entry'
import type { MarketRow } from './market-row'
import type { NetworkRow } from './network-row'

/** The market in a handful of figures, at head time. */
export type Pulse = {
  positions: number
  /** positions that can be bought now */
  forSale: number
  /** what all of those cost together */
  asked: UsdUnits
  sales: number
  /** of them in the seven days to head time */
  salesThisWeek: number
  /** what all sales together paid */
  volume: UsdUnits
  networks: number
  head: { block: number; time: Date } | undefined
  now: Date
}

/** What the first page shows. */
export type HomePage = {
  pulse: Pulse
  /** for sale furthest below value */
  cheapest: MarketRow[]
  latest: LedgerEntry[]
  networks: NetworkRow[]
}
