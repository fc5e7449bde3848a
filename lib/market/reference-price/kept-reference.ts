import type { Cents } from '@/lib/core/money'
import type { CostOfMoving } from './cost-of-moving'
import type { TradeSizeTests } from './trade-size-tests'

export type ReferenceScope = 'position' | 'model' | 'network'

/** A reference price as the worker keeps it; without `price` where too few clean sales carry one. */
export type KeptReference = {
  scope: ReferenceScope
  /** a position's number, `network/model`, or a network's slug */
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
  /** of a network with two hundred sales or more */
  sizeTests: TradeSizeTests | null
  newestSale: Date
  computedAt: Date
}

export const modelSubject = (network: string, model: string) => `${network}/${model}`

/** What a network's page shows. */
export type NetworkReferences = {
  network: KeptReference | undefined
  models: { slug: string; name: string; reference: KeptReference | undefined }[]
}
