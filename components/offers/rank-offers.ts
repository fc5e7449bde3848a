import type { PositionOrder } from '@/lib/market/position-page'

export type RankedOffers = {
  /** can be accepted now, highest net proceeds first */
  acceptable: PositionOrder[]
  /** cannot, though their time is not over; each says why by its standing */
  others: PositionOrder[]
}

/**
 * The offers on a position as its holder weighs them: by what they bring after fees; of equals the one that stands longest
 * first. The holder’s own are left out.
 */
export function rankOffers(orders: readonly PositionOrder[], owner: string): RankedOffers {
  const offers = orders
    .filter(({ kind, offerer }) => kind === 'item_offer' && offerer.toLowerCase() !== owner.toLowerCase())
    .sort(byProceeds)
  return {
    acceptable: offers.filter(({ standing }) => standing === 'open'),
    others: offers.filter(({ standing }) => waiting.has(standing)),
  }
}

const waiting: ReadonlySet<PositionOrder['standing']> = new Set([
  'not_approved',
  'no_funds',
  'state_changed',
  'signature_invalid',
  'scheduled',
])

function byProceeds(a: PositionOrder, b: PositionOrder): number {
  const [first, second] = [a.price - a.fee, b.price - b.fee]
  if (first !== second) return first > second ? -1 : 1
  return b.endTime.getTime() - a.endTime.getTime()
}
