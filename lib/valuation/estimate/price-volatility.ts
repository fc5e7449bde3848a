import type { Figure } from '../inputs'
import type { DailyPrice, NetworkMonth } from './evidence'
import { monthsBetween } from './month'
import { varianceOf } from './sample'

const DAYS = 365
const MONTHS = 24
/** How many changes the prior is worth. */
const PRIOR_WEIGHT = 12

/**
 * Yearly volatility of a token's log price: daily prices of the last year where they reach the month of the figures,
 * otherwise the last two years' monthly prices; each shrunk towards the prior by as much as it is thin.
 */
export function priceVolatility(
  months: readonly NetworkMonth[],
  daily: readonly DailyPrice[],
  asOf: string,
  prior: Figure,
): Figure {
  const days = daily.filter(({ day }) => day.slice(0, 7) <= asOf).slice(-DAYS - 1)
  if (days.length > DAYS / 2 && days.at(-1)?.day.startsWith(asOf)) {
    const changes = days.slice(1).map((day, index) => Math.log(day.priceUsd / (days[index]?.priceUsd ?? 1)))
    return {
      value: Math.sqrt(varianceOf(changes) * DAYS),
      source: 'estimated',
      note: `${changes.length} daily changes to ${asOf}`,
    }
  }
  const priced = months.filter(({ month, tokenPriceUsd }) => tokenPriceUsd !== null && month <= asOf)
  const changes = priced
    .slice(1)
    .map((row, index) => {
      const before = priced[index]
      const gap = before ? monthsBetween(before.month, row.month) : 1
      return Math.log((row.tokenPriceUsd ?? 1) / (before?.tokenPriceUsd ?? 1)) / Math.sqrt(gap)
    })
    .slice(-MONTHS)
  if (changes.length < 2) return { ...prior, note: `${prior.note}; too few prices` }
  const variance =
    (changes.length * varianceOf(changes) * 12 + PRIOR_WEIGHT * prior.value ** 2) /
    (changes.length + PRIOR_WEIGHT)
  return {
    value: Math.sqrt(variance),
    source: 'estimated',
    note: `${changes.length} monthly changes to ${asOf}, drawn towards ${prior.value}`,
  }
}
