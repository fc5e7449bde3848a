import { log } from '@/lib/math/elementary/log'
import type { Figure } from '../inputs'
import type { NetworkMonth } from './evidence'
import { monthsBetween } from './month'

/** How many shared monthly changes the prior is worth. */
const PRIOR_WEIGHT = 24

/**
 * Correlation of two networks' monthly log price changes over the months both are known, drawn towards the prior by as
 * much as these are few. Rewards per node follow the price closest; node counts add noise that hides the link.
 */
export function rewardCorrelation(
  here: readonly NetworkMonth[],
  there: readonly NetworkMonth[],
  prior: Figure,
): Figure {
  const [a, b] = [priceChanges(here), priceChanges(there)]
  const pairs = [...a].flatMap(([month, change]) => {
    const other = b.get(month)
    return other === undefined ? [] : [[change, other] as const]
  })
  if (pairs.length < 3) return { ...prior, note: `${prior.note}; too few months in common` }
  const meanA = pairs.reduce((sum, [x]) => sum + x, 0) / pairs.length
  const meanB = pairs.reduce((sum, [, y]) => sum + y, 0) / pairs.length
  let [aa, bb, ab] = [0, 0, 0]
  for (const [x, y] of pairs) {
    aa += (x - meanA) ** 2
    bb += (y - meanB) ** 2
    ab += (x - meanA) * (y - meanB)
  }
  const observed = aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : prior.value
  return {
    value: (pairs.length * observed + PRIOR_WEIGHT * prior.value) / (pairs.length + PRIOR_WEIGHT),
    source: 'estimated',
    note: `${pairs.length} monthly price changes in common, drawn towards ${prior.value}`,
  }
}

/** Log price change by month, where the month before is known too. */
function priceChanges(months: readonly NetworkMonth[]): Map<string, number> {
  const priced = months.filter(({ tokenPriceUsd }) => tokenPriceUsd !== null && tokenPriceUsd > 0)
  return new Map(
    priced.flatMap((row, index) => {
      const before = priced[index - 1]
      if (!before || monthsBetween(before.month, row.month) !== 1) return []
      return [[row.month, log((row.tokenPriceUsd ?? 1) / (before.tokenPriceUsd ?? 1))] as const]
    }),
  )
}
