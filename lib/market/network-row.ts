import type { UsdUnits } from '@/lib/core/money'
import type { NetworkMonth } from './network-history'

export type NetworkFacts = {
  slug: string
  name: string
  category: string
  token: string
  isPhysical: boolean
}

/** What the local market knows of a network. */
export type NetworkMarket = {
  positions: number
  /** positions that can be bought now */
  forSale: number
  /** the cheapest of them */
  floor: UsdUnits | undefined
  sales: number
  /** what all sales together paid */
  volume: UsdUnits
  /** the highest offer any holder can accept now */
  bestBid: UsdUnits | undefined
  /** seconds from listing to sale, the median of listings that sold */
  timeToSale: number | undefined
}

export type NetworkRow = NetworkFacts & { market: NetworkMarket; months: NetworkMonth[] }

/** A network with the sources its months name. */
export type NetworkPage = NetworkRow & { sources: string[] }
