import type { Metadata } from 'next'
import { Suspense } from 'react'
import { NetworksNav } from '@/components/networks/networks-nav'
import { NetworksSort } from '@/components/networks/networks-sort'
import { NetworksTable } from '@/components/networks/networks-table'
import { PageTitle, SkeletonRows } from '@/components/ui'
import type { NetworkOrder } from '@/lib/market/network-sort'
import { requireDatabase } from '@/lib/server/failure/require-database'
import { parseNetworkOrder, readNetworksBy } from '@/lib/server/networks/read-networks'

export const metadata: Metadata = {
  title: 'Networks',
  description:
    'What physical infrastructure networks pay their devices, month by month, from public figures.',
}

export default async function NetworksPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const order = parseNetworkOrder(await searchParams)
  await requireDatabase()
  return (
    <>
      <PageTitle title="Networks">
        What they pay their devices, from public figures, each with its month; and what this market has of
        them, from the chain. Unknown is unknown, not zero.
      </PageTitle>
      <NetworksNav current="/networks" />
      <NetworksSort order={order} />
      <Suspense fallback={<SkeletonRows rows={16} rowHeight={3} />}>
        <Networks order={order} />
      </Suspense>
      <p className="pt-4 pb-8 text-sm text-muted">
        Rewards, nodes and prices: 1kx-network/depin_tokenomics, commit ff2e881, month under each figure. *
        Dollars are tokens × price, where the source leaves them blank or repeats its tokens in their place.
        Supply, floor, bids and sales: this chain, now. Time to sale: median from listing to sale.
      </p>
    </>
  )
}

async function Networks({ order }: { order: NetworkOrder }) {
  return <NetworksTable rows={await readNetworksBy(order)} order={order} />
}
