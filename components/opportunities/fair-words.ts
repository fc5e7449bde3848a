import { formatShare } from '@/lib/core/format'
import type { Opportunity } from '@/lib/market/opportunity'

/** As far as is looked: a yearly return. */
const MOST_RETURN = 10

/**
 * What would have to be true for the asking price to be the value, each alone, all else as assumed: words before a
 * figure, the figure, words after it. The likeliest first.
 */
export function fairWords({
  impliedRewards,
  impliedSalvage,
  impliedReturn,
  assumedReturn,
}: Opportunity): { before: string; figure: string; after: string }[] {
  const assumed = formatShare(assumedReturn)
  return [
    ...(impliedRewards === null
      ? []
      : [{ before: 'rewards stay at', figure: formatShare(impliedRewards), after: 'of what is forecast' }]),
    ...(impliedSalvage === null
      ? []
      : [
          {
            before: 'its hardware fetches',
            figure: formatShare(impliedSalvage),
            after: 'of what is assumed',
          },
        ]),
    {
      before: 'you ask for',
      figure: impliedReturn === null ? `over ${formatShare(MOST_RETURN)}` : formatShare(impliedReturn),
      after: `a year, not ${assumed}`,
    },
  ]
}
