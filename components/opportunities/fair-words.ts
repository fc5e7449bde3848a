import { formatChange, formatShare } from '@/lib/core/format'
import type { Opportunity } from '@/lib/market/opportunity'

/** As far as is looked: a continuous rate, and a yearly return. */
const LEAST_GROWTH = -2
const MOST_RETURN = 10

/** A yearly change out of a continuous rate. */
const yearly = (rate: number) => Math.exp(rate) - 1

/** What would have to be true for the asking price to be the value, each all else being as assumed. */
export function fairWords({
  impliedGrowth,
  impliedReturn,
  assumedGrowth,
  assumedReturn,
}: Opportunity): { name: string; needed: string; assumed: string }[] {
  return [
    {
      name: 'rewards a year',
      needed:
        impliedGrowth === null
          ? `below ${formatChange(yearly(LEAST_GROWTH))}`
          : formatChange(yearly(impliedGrowth)),
      assumed: formatChange(yearly(assumedGrowth)),
    },
    {
      name: 'required return',
      needed: impliedReturn === null ? `above ${formatShare(MOST_RETURN)}` : formatShare(impliedReturn),
      assumed: formatShare(assumedReturn),
    },
  ]
}
