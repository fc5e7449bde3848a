import type { Metadata } from 'next'
import { Suspense } from 'react'
import { LedgerFilters } from '@/components/ledger/ledger-filters'
import { LedgerResults } from '@/components/ledger/ledger-results'
import { PageTitle, SkeletonRows } from '@/components/ui'
import type { LedgerQuery } from '@/lib/market/ledger-query'
import { parseLedgerQuery, readLedger } from '@/lib/server/ledger/read-ledger'
import { readNetworkChoices } from '@/lib/server/networks/read-network-choices'

export const metadata: Metadata = {
  title: 'Ledger',
  description: 'The public record: every registration, order, sale, transfer and reassignment of a position.',
}

export default async function LedgerPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const view = parseLedgerQuery(await searchParams)
  return (
    <>
      <PageTitle title="Ledger">
        The public record: every registration, order, sale, transfer and reassignment, with its transaction.
      </PageTitle>
      <LedgerFilters {...view} networks={await readNetworkChoices()} />
      <div className="pt-4">
        <Suspense fallback={<SkeletonRows rows={20} rowHeight={2.2} />}>
          <Results query={view.query} />
        </Suspense>
      </div>
    </>
  )
}

async function Results({ query }: { query: LedgerQuery }) {
  return <LedgerResults query={query} page={await readLedger(query)} />
}
