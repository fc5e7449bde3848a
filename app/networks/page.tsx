import type { Metadata } from 'next'
import { Suspense } from 'react'
import { NetworksTable } from '@/components/networks/networks-table'
import { PageTitle, SkeletonRows } from '@/components/ui'
import { readNetworks } from '@/lib/server/networks/read-networks'

export const metadata: Metadata = {
  title: 'Networks',
  description:
    'What physical infrastructure networks pay their devices, month by month, from public figures.',
}

export default function NetworksPage() {
  return (
    <>
      <PageTitle title="Networks">
        What they pay their devices, from public figures. Each figure stands with its month; unknown is
        unknown, not zero.
      </PageTitle>
      <Suspense fallback={<SkeletonRows rows={16} rowHeight={3} />}>
        <Networks />
      </Suspense>
    </>
  )
}

async function Networks() {
  return <NetworksTable rows={await readNetworks()} />
}
