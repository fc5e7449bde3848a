import Link from 'next/link'
import { activeFilters } from '@/lib/market/market-filters'
import { type MarketQuery, marketHref, marketSearch, noFilters } from '@/lib/market/market-query'
import { ActiveFilters } from './active-filters'
import type { NetworkChoice } from './market-filters'
import { SavedSearches } from './saved-searches'
import { sortNames } from './sort-names'

/** Below the filters: those that are on, and the views this browser keeps. */
export function MarketTools({ query, networks }: { query: MarketQuery; networks: readonly NetworkChoice[] }) {
  const filters = activeFilters(query, (slug) => networks.find((network) => network.slug === slug)?.name)
  const clearHref = marketHref(query, noFilters)
  const suggestion = filters.map(({ text }) => text.replace(/[“”]/g, '')).join(', ') || sortNames[query.sort]
  return (
    <div className="mt-3 flex flex-wrap items-start justify-between gap-x-6 gap-y-2" data-print="hide">
      <ActiveFilters filters={filters} clearHref={clearHref} />
      <div className="flex flex-wrap items-start gap-x-6 gap-y-2">
        <Link
          href="/market/basket"
          prefetch={false}
          className="inline-flex min-h-8 items-center text-sm text-muted hover:text-ink sm:min-h-7"
        >
          Choose a basket
        </Link>
        <SavedSearches search={marketSearch(query)} suggestion={suggestion} />
      </div>
    </div>
  )
}
