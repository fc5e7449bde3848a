import { formatChange, formatShare } from '@/lib/core/format'
import type { Opportunity } from '@/lib/market/opportunity'

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
      name: 'reward a node, a year',
      needed: impliedGrowth === null ? 'no growth does it' : formatChange(yearly(impliedGrowth)),
      assumed: formatChange(yearly(assumedGrowth)),
    },
    {
      name: 'required return',
      needed: impliedReturn === null ? 'no return does it' : formatShare(impliedReturn),
      assumed: formatShare(assumedReturn),
    },
  ]
}
