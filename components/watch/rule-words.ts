import { formatUnitsFull } from '@/lib/core/format'
import type { NotificationKind, WatchRules } from '@/lib/market/watch'

/** What a watch asks for, in a few words each. */
export function ruleWords({ below, listed, sold, silent, offered, squeeze }: WatchRules): string[] {
  return [
    ...(below === undefined ? [] : [`price at ${formatUnitsFull(below)} or below`]),
    ...(listed ? ['listed'] : []),
    ...(sold ? ['sold'] : []),
    ...(offered ? ['offer made'] : []),
    ...(silent ? ['device silent'] : []),
    ...(squeeze ? ['supply squeeze'] : []),
  ]
}

/** What happened, in a few words. */
export const notificationWords: Record<NotificationKind, string> = {
  price: 'Listed at the price you watch',
  listed: 'Listed',
  sold: 'Sold',
  silent: 'Device silent',
  offer: 'Offer made',
  squeeze: 'Supply squeeze in its network',
}
