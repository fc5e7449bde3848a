import type { UsdUnits } from '@/lib/core/money'
import type { ValueInterval } from './price-figures'
import type { NearestReference } from './reference-price/nearest-reference'

/** A position as its owner prices it beside many others. */
export type Listable = {
  positionId: number
  name: string
  network: { slug: string; name: string }
  isDemonstration: boolean
  value: ValueInterval | undefined
  /** what others paid for ones like it; undefined where too few did */
  paid?: Pick<NearestReference, 'scope' | 'price' | 'share' | 'sales'> | undefined
  /** the cheapest listing of it that can be filled now */
  listing: { hash: `0x${string}`; price: UsdUnits; endTime: Date } | undefined
}

export type ListablePage = {
  owner: `0x${string}`
  rows: Listable[]
  /** positions of the owner, whatever the filters */
  owned: number
  /** networks the owner has positions in */
  networks: { slug: string; name: string; count: number }[]
  /** rows that the filters leave beyond those shown */
  more: number
  feeBasisPoints: number
  isLocal: boolean
  /** newest block that was read */
  head: number
  now: Date
}
