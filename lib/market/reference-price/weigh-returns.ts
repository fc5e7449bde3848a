import { WASH_RULES } from './mark-wash-sales'
import { DAY, type Gift, type Sale } from './sale'

/** After so long a return says nothing any more. */
const FORGOTTEN_SECONDS = 365 * DAY
/** What a sale that was taken back at once counts for where the wash tests did not mark it. */
const LEAST = 0.02

/**
 * What the sales of a loop count for, by id: a position that comes back to an account that had sold it, by a sale or as
 * a gift, says the less about its price the sooner it does. Nothing up to the thirty days in which it is a round trip
 * and marked, everything from a year on, in a straight line between. People do buy back, so this accuses nobody: the
 * sales stay clean, and weigh less.
 *
 * @returns only sales that count for less than the whole
 */
export function weighReturns(sales: readonly Sale[], gifts: readonly Gift[]): Map<string, number> {
  const counts = new Map<string, number>()
  const changes = new Map<number, { from: string; to: string; time: number; sale?: Sale }[]>()
  const add = (position: number, change: { from: string; to: string; time: number; sale?: Sale }) => {
    const own = changes.get(position)
    if (own) own.push(change)
    else changes.set(position, [change])
  }
  for (const sale of sales) add(sale.position, { from: sale.seller, to: sale.buyer, time: sale.time, sale })
  for (const { position, from, to, time } of gifts) add(position, { from, to, time })

  for (const own of changes.values()) {
    own.sort((a, b) => a.time - b.time)
    own.forEach((first, i) => {
      if (!first.sale || first.from === first.to) return
      const back = own.findIndex(({ to }, k) => k > i && to === first.from)
      if (back === -1) return
      const share = shareAfter(own[back]!.time - first.time)
      for (const { sale } of own.slice(i, back + 1))
        if (sale && share < (counts.get(sale.id) ?? 1)) counts.set(sale.id, share)
    })
  }
  return counts
}

function shareAfter(seconds: number): number {
  const from = WASH_RULES.roundTripSeconds
  return Math.min(1, Math.max(LEAST, (seconds - from) / (FORGOTTEN_SECONDS - from)))
}
