import type { UsdUnits } from '@/lib/core/money'
import type { SideOfSale } from './address-page'
import type { DeviceHealth } from './device-health'
import type { EarnedTotals, NamedPosition } from './portfolio'
import type { Notification, WatchRules } from './watch'

type Hex = `0x${string}`
type Value = { value: bigint; p5: bigint; p50: bigint; p95: bigint }

/** A device an account owns or registered. */
export type OperatedDevice = NamedPosition & {
  deviceId: Hex
  /** undefined: the account itself */
  ownedBy: Hex | undefined
  /** this account registered it */
  isRegistrant: boolean
  health: DeviceHealth
  /** what it earned this account in all */
  earned: UsdUnits
}

/** An offer on a position an account owns, that can be accepted now. */
export type ReceivedOffer = NamedPosition & {
  hash: Hex
  offerer: Hex
  price: UsdUnits
  /** what would reach the owner */
  net: UsdUnits
  endTime: Date
  value: Value | undefined
}

/** A position watched, and what it can be had for. */
export type WatchedPosition = NamedPosition & {
  rules: WatchRules
  listing: { price: UsdUnits; endTime: Date } | undefined
  value: Value | undefined
}

/** Days of earnings a page shows. */
export const EARNING_DAYS = 30

/** What a device earned an account on each of the last days. */
export type EarningsOfDevice = NamedPosition & {
  /** one figure a UTC day, the oldest first */
  days: UsdUnits[]
  sum: UsdUnits
}

export type OperatePage = {
  account: Hex
  /** the silent first, then by number */
  devices: OperatedDevice[]
  page: { number: number; of: number; total: number }
  counts: Record<DeviceHealth['state'], number>
  earned: EarnedTotals
  /** newest day first */
  days: { day: string; earned: UsdUnits; devices: number }[]
  /** the page's devices that earned something in these days, the most first */
  byDevice: EarningsOfDevice[]
  offers: ReceivedOffer[]
  sales: SideOfSale[]
  /** undefined for anyone but the signed-in owner: watches are theirs alone */
  watched: WatchedPosition[] | undefined
  now: Date
}

/** What is watched and what came of it, for its owner's eyes. */
export type WatchingPage = {
  account: Hex
  notifications: Notification[]
  unread: number
  watched: WatchedPosition[]
  /** rules on every position the account owns */
  own: WatchRules | undefined
  webhooks: WebhookView[]
  isLocal: boolean
  now: Date
}

/** An endpoint and what was sent to it; its secret was shown when it was made. */
export type WebhookView = {
  id: string
  url: string
  createdAt: Date
  /** it said 410 */
  isGone: boolean
  deliveries: {
    id: string
    type: string
    status: 'pending' | 'delivered' | 'failed'
    createdAt: Date
    attempts: { at: Date; status: number | undefined; error: string | undefined; milliseconds: number }[]
  }[]
}
