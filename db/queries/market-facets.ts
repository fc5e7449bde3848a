import type { MarketQuery } from '@/lib/market/market-query'
import type { Facets, MarketCounts } from '@/lib/market/market-row'

type Group = { network: string; category: string | null; region: string | null; count: number }

const names = ['network', 'category', 'region'] as const

/**
 * Counts of each choice out of one grouped reading: a group counts for a filter's choice where it meets the two other
 * filters, and for the total where it meets all three.
 */
export function countFacets(
  groups: readonly Group[],
  query: Pick<MarketQuery, (typeof names)[number]>,
): MarketCounts {
  const facets: Facets = { network: {}, category: {}, region: {} }
  let total = 0
  for (const group of groups) {
    const unmet = names.filter((name) => query[name] !== undefined && query[name] !== group[name])
    if (unmet.length === 0) total += group.count
    for (const name of names) {
      const choice = group[name]
      if (choice === null || unmet.some((other) => other !== name)) continue
      facets[name][choice] = (facets[name][choice] ?? 0) + group.count
    }
  }
  return { total, facets }
}
