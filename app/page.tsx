import { Suspense } from 'react'
import { HomeTitle } from '@/components/home/home-title'
import { HomeView } from '@/components/home/home-view'
import { PulseSkeleton } from '@/components/home/pulse'
import { TheLine } from '@/components/home/the-line'
import { SkeletonRows } from '@/components/ui'
import { requireDatabase } from '@/lib/server/failure/require-database'
import { readCirculationHeadline } from '@/lib/server/lab/roll-up-circulation'
import { readHome } from '@/lib/server/market/read-home'

export default async function Page() {
  await requireDatabase()
  return (
    <>
      <HomeTitle />
      <TheLine />
      <Suspense fallback={<Waiting />}>
        <Home />
      </Suspense>
    </>
  )
}

async function Home() {
  const [page, gap] = await Promise.all([readHome(), readCirculationHeadline()])
  return <HomeView page={page} gap={gap} />
}

function Waiting() {
  return (
    <div className="space-y-8">
      <div className="border-t border-ink pt-3">
        <PulseSkeleton />
      </div>
      <div className="h-96 border-t border-ink sm:h-80 lg:h-48" />
      <SkeletonRows rows={12} rowHeight={2.2} />
    </div>
  )
}
