import { formatPercent, formatUnits } from '@/lib/core/format'
import { filterFields, type MarketQuery, marketHref } from './market-query'
import { regionNames } from './region'

/** A filter that is on, in words, and the address of the view without it. */
export type ActiveFilter = { name: string; text: string; href: string }

type Named = (typeof filterFields)[number]

/** The filters that narrow a view, in the order of their fields. @param networkName a network's name by its slug */
export function activeFilters(
  query: MarketQuery,
  networkName: (slug: string) => string | undefined,
): ActiveFilter[] {
  const words: { [name in Named]: (value: NonNullable<MarketQuery[name]>) => string } = {
    network: (slug) => networkName(slug) ?? slug,
    category: (category) => category,
    region: (region) => regionNames[region],
    minPrice: (price) => `from ${formatUnits(price)}`,
    maxPrice: (price) => `up to ${formatUnits(price)}`,
    minGap: (gap) =>
      gap < 0 ? `at most ${formatPercent(-gap)} above value` : `${formatPercent(gap)} or more below value`,
    minYield: (percent) => `yields ${formatPercent(percent)} or more`,
    maxDays: (days) => `breaks even in ${days} days`,
    minUptime: (percent) => `up ${formatPercent(percent)} or more`,
  }
  const say = <name extends Named>(name: name): ActiveFilter[] => {
    const value = query[name]
    return value === undefined
      ? []
      : [
          {
            name,
            text: words[name](value as NonNullable<MarketQuery[name]>),
            href: marketHref(query, { [name]: undefined }),
          },
        ]
  }
  const search = query.search
    ? [{ name: 'search', text: `“${query.search}”`, href: marketHref(query, { search: '' }) }]
    : []
  return [...search, ...filterFields.flatMap((name) => say(name))]
}
