import type { Metadata } from 'next'
import { Suspense } from 'react'
import { MarketFilters } from '@/components/market/market-filters'
import { MarketResults, MarketResultsSkeleton } from '@/components/market/market-results'
import { MarketTools } from '@/components/market/market-tools'
import { LinkButton, PageTitle } from '@/components/ui'
import type { MarketQuery } from '@/lib/market/market-query'
import type { MarketCounts } from '@/lib/market/market-row'
import { parseMarketQuery, readMarket, readMarketCounts } from '@/lib/server/market/read-market'
import { readNetworkChoices } from '@/lib/server/networks/read-network-choices'

export const metadata: Metadata = {
  title: 'Market',
  description: 'Device positions that can be bought now, each price beside its value.',
}

export default async function MarketPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { query, problems } = parseMarketQuery(await searchParams)
  const [networks, counts] = await Promise.all([readNetworkChoices(), readMarketCounts(query)])
  return (
    <div className="group/market">
      <PageTitle title="Market" action={<LinkButton href="/market/opportunities">Opportunities</LinkButton>}>
        Device positions that can be bought now, each price beside its value.
      </PageTitle>
      <MarketFilters query={query} problems={problems} networks={networks} facets={counts.facets} />
      <MarketTools query={query} networks={networks} />
      <div className="transition-opacity group-has-[form[aria-busy=true]]/market:opacity-60">
        <Suspense fallback={<MarketResultsSkeleton query={query} />}>
          <Results query={query} counts={counts} />
        </Suspense>
      </div>
    </div>
  )
}

async function Results({ query, counts }: { query: MarketQuery; counts: MarketCounts }) {
  return <MarketResults query={query} page={await readMarket(query)} total={counts.total} />
}
