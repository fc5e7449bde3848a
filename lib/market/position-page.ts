import type { Cents, UsdUnits } from '@/lib/core/money'
import type { CellMap } from './cell-map'
import type { OrderBook } from './order-book'
import type { OrderStanding } from './order-status'
import type { OrderKind } from './order-terms'
import type { PositionReferences } from './reference-price/kept-reference'
import type { WashMark } from './reference-price/sale'
import type { Revival } from './revival'
import type { SimilarPositions } from './similar-positions'
import type { UptimeDay } from './uptime-day'

type Hex = `0x${string}`

/** A position as its own page shows it, at the head that was read. */
export type PositionFacts = {
  id: number
  deviceId: Hex
  keyType: string
  /** uncompressed public key of the device, 32 bytes each */
  keyPoint: { x: `0x${string}`; y: `0x${string}` }
  owner: Hex
  network: { slug: string; name: string; category: string | undefined; isPhysical: boolean | undefined }
  model: { slug: string; name: string }
  /** H3 index at resolution 5 */
  cell: string | null
  placeCommitment: Hex | null
  metadataHash: Hex
  /** what its document says; undefined where nobody gave us the document of that hash */
  document:
    | { name: string; hardware: string; operator?: string | undefined; note?: string | undefined }
    | undefined
  isDemonstration: boolean
  /** marked by an attester */
  isTainted: boolean
  /** who may use it until when (ERC-4907); undefined when nobody was set */
  user: { address: Hex; expiresAt: Date; isRunning: boolean } | undefined
  attester: Hex
  registered: { by: Hex; at: Date; block: number; transaction: Hex }
}

export type PositionValuation = {
  /** names its receipt */
  id: string
  model: string
  inputsHash: Hex
  value: Cents
  p5: Cents
  p50: Cents
  p95: Cents
  parts: { name: string; cents: Cents }[]
  inputs: Record<string, unknown>
  /** seed and paths; null for a model that draws nothing */
  settings: Record<string, unknown> | null
  /** of `value`, cents; null for a model that is exact */
  standardError: Cents | null
  /** who signed the receipt; null where nobody did */
  valuer: Hex | null
  at: Date
  /** when its inputs were first seen to have changed; null while they are today's */
  staleSince: Date | null
}

export type PositionOrder = {
  hash: Hex
  kind: OrderKind
  offerer: Hex
  price: UsdUnits
  fee: UsdUnits
  endTime: Date
  createdAt: Date
  bound: boolean
  standing: OrderStanding
  /** what can still become of it */
  revival: Revival
}

export type PositionSale = {
  at: Date
  transaction: Hex
  seller: Hex
  buyer: Hex
  price: UsdUnits
  fee: UsdUnits
  /** why it is left out of reference prices; empty where it is not */
  marks: readonly WashMark[]
}

/** One step of a position's history: what happened, when, and where on chain it can be checked. */
export type ProvenanceStep = {
  kind: string
  at: Date
  /** undefined for what is not on chain: the device's signature and its first reports */
  transaction: Hex | undefined
  block: number | undefined
  account: Hex | undefined
  counterparty: Hex | undefined
  price: UsdUnits | undefined
  data: Record<string, unknown>
}

/** A month of what the devices around this one earned and cost, per node, in dollars. */
export type RewardMonth = {
  month: string
  reward: number | undefined
  cost: number | undefined
}

export type RewardHistory = {
  /** whose figures these are: a position has no published figures of its own */
  basis: { kind: 'operator' | 'network'; name: string }
  months: RewardMonth[]
  sources: string[]
}

export type DeviceReports = { last: Date; days: number; uptimeShare: number | undefined }

export type PositionPage = {
  /** the device as did:key; undefined for a key no identifier names */
  deviceDid: string | undefined
  facts: PositionFacts
  valuation: PositionValuation | undefined
  /** how far the fleet's valuation is, where this position's value is missing or stale and one is under way */
  valuing?: { done: number; total: number } | undefined
  orders: PositionOrder[]
  /** what can be filled now, both sides */
  book: OrderBook
  sales: PositionSale[]
  /** reference prices of the position, its model, its network and all, as far as they were sold */
  references: PositionReferences
  provenance: ProvenanceStep[]
  rewards: RewardHistory | undefined
  reports: DeviceReports | undefined
  /** days of signed reports, oldest first */
  uptime: UptimeDay[]
  /** where its cell lies; undefined where none is recorded */
  place: CellMap | undefined
  similar: SimilarPositions
  /** head time: expiry and leases are judged by it */
  now: Date
  /** newest block that was read */
  head: number
}

/** The cheapest listing that can be filled now. */
export function bestListing(page: Pick<PositionPage, 'orders'>): PositionOrder | undefined {
  return page.orders
    .filter(({ kind, standing }) => kind === 'listing' && standing === 'open')
    .sort((a, b) => (a.price < b.price ? -1 : 1))[0]
}
