import type { Metadata } from 'next'
import Link from 'next/link'
import { Suspense } from 'react'
import { OpportunitiesSkeleton, OpportunitiesView } from '@/components/opportunities/opportunities-view'
import { PageTitle } from '@/components/ui'
import { readOpportunities } from '@/lib/server/opportunities/read-opportunities'

export const metadata: Metadata = {
  title: 'Opportunities',
  description:
    'Listings below the lower quarter of their value, and what would have to be true for the price to be fair.',
}

export const dynamic = 'force-dynamic'

export default function OpportunitiesPage() {
  return (
    <>
      <PageTitle
        title="Opportunities"
        above={
          <Link href="/market" className="link">
            Market
          </Link>
        }
      >
        Listings that ask less than three holders in four would live to see, and what would have to be true
        for the price to be fair.
      </PageTitle>
      <Suspense fallback={<OpportunitiesSkeleton />}>
        <Opportunities />
      </Suspense>
    </>
  )
}

async function Opportunities() {
  return <OpportunitiesView page={await readOpportunities()} />
}
