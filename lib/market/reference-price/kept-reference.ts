import type { Cents } from '@/lib/core/money'
import type { CostOfMoving } from './cost-of-moving'
import type { TradeSizeTests } from './trade-size-tests'

export type ReferenceScope = 'position' | 'model' | 'network' | 'all'

/** What is paid for a dollar of value, as the worker keeps it. */
export type KeptShareOfValue = {
  /** valuation model whose receipts it is measured by: shares of another model's values are other figures */
  model: string
  share: number
  /** 90 % interval of the median */
  low: number
  high: number
  sales: number
  effectiveSales: number
  /** of moving it by 5 % up and down; the targets are shares */
  costUp: CostOfMoving | null
  costDown: CostOfMoving | null
}

/** A reference price as the worker keeps it; without `price` where too few clean sales carry one. */
export type KeptReference = {
  scope: ReferenceScope
  /** a position's number, `network/model`, a network's slug, or “all” */
  subject: string
  price: Cents | null
  low: Cents | null
  high: Cents | null
  sales: number
  leftOut: number
  effectiveSales: number
  /** of moving it by 5 % up and down */
  costUp: CostOfMoving | null
  costDown: CostOfMoving | null
  /** null where too few clean sales have a receipt of today's model to measure them by */
  shareOfValue: KeptShareOfValue | null
  /** clean sales without such a receipt */
  unvalued: number
  /** of a network with two hundred sales or more */
  sizeTests: TradeSizeTests | null
  newestSale: Date
  computedAt: Date
}

export const modelSubject = (network: string, model: string) => `${network}/${model}`

/** The subject of what is paid for a dollar of value anywhere. */
export const ALL = 'all'

/** The reference prices a position stands beside: its own, its model's, its network's, and that of all networks. */
export type PositionReferences = Record<ReferenceScope, KeptReference | undefined>

/** What a network's page shows. */
export type NetworkReferences = {
  network: KeptReference | undefined
  models: { slug: string; name: string; reference: KeptReference | undefined }[]
}
