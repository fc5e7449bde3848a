import type { UsdUnits } from '@/lib/core/money'

/** What a person asks to be told of a position. */
export type WatchRules = {
  /** a listing at this price or below, fees included; undefined: not asked */
  below: UsdUnits | undefined
  listed: boolean
  sold: boolean
  /** its device, having reported before, has stopped */
  silent: boolean
  offered: boolean
  /** its network’s listed float has fallen short of demand */
  squeeze: boolean
}

export const noRules: WatchRules = {
  below: undefined,
  listed: false,
  sold: false,
  silent: false,
  offered: false,
  squeeze: false,
}

/** What a watch starts with. */
export const firstRules: WatchRules = { ...noRules, listed: true, sold: true }

export function asksNothing({ below, ...kinds }: WatchRules): boolean {
  return below === undefined && Object.values(kinds).every((isAsked) => !isAsked)
}

export const notificationKinds = ['price', 'listed', 'sold', 'silent', 'offer', 'squeeze'] as const
export type NotificationKind = (typeof notificationKinds)[number]

/** Something that happened to what an account watches. */
export type Notification = {
  seq: number
  kind: NotificationKind
  positionId: number
  name: string
  isDemonstration: boolean
  at: Date
  price: UsdUnits | undefined
  orderHash: string | undefined
  transactionHash: string | undefined
  isRead: boolean
  /** a sale whose block was undone and that is in no other */
  isUndone: boolean
}

/** A device counts as silent once it has not reported for this long after the hour it reported last. */
export const SILENT_AFTER_HOURS = 3
