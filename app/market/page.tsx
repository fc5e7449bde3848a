import type { Metadata } from 'next'
import { Suspense } from 'react'
import { MarketFilters } from '@/components/market/market-filters'
import { MarketResults, MarketResultsSkeleton } from '@/components/market/market-results'
import { PageTitle } from '@/components/ui'
import type { MarketQuery } from '@/lib/market/market-query'
import { parseMarketQuery, readMarket } from '@/lib/server/market/read-market'
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
  return (
    <>
      <PageTitle title="Market">
        Device positions that can be bought now, each price beside its value.
      </PageTitle>
      <MarketFilters query={query} problems={problems} networks={await readNetworkChoices()} />
      <div className="pt-2">
        <Suspense fallback={<MarketResultsSkeleton />}>
          <Results query={query} />
        </Suspense>
      </div>
    </>
  )
}

async function Results({ query }: { query: MarketQuery }) {
  return <MarketResults query={query} page={await readMarket(query)} />
}
