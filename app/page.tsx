import { Suspense } from 'react'
import { HomeTitle } from '@/components/home/home-title'
import { HomeView } from '@/components/home/home-view'
import { PulseSkeleton } from '@/components/home/pulse'
import { TheLine } from '@/components/home/the-line'
import { SkeletonRows } from '@/components/ui'
import { requireDatabase } from '@/lib/server/failure/require-database'
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
  return <HomeView page={await readHome()} />
}

function Waiting() {
  return (
    <div className="space-y-8">
      <div className="border-t border-ink pt-3">
        <PulseSkeleton />
      </div>
      <SkeletonRows rows={12} rowHeight={2.2} />
    </div>
  )
}
