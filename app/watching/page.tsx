import type { Metadata } from 'next'
import { Suspense } from 'react'
import { PageTitle, Section, SkeletonRows } from '@/components/ui'
import { LocalWatches } from '@/components/watch/local-watches'
import { SignInPrompt } from '@/components/watch/sign-in-prompt'
import { WatchedTable } from '@/components/watch/watched-table'
import { WatchingView } from '@/components/watch/watching-view'
import { getSession } from '@/lib/server/session/get-session'
import { parsePositionIds, readPositionsWatched, readWatching } from '@/lib/server/watches/read-watching'

export const metadata: Metadata = {
  title: 'Alerts',
  description: 'Positions you watch, what happened to them, and where you are told.',
}

export default async function Watching({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const session = await getSession()
  const ids = parsePositionIds((await searchParams).ids)
  return (
    <>
      <PageTitle title="Alerts">
        Positions you watch, what happened to them, and where you are told.
      </PageTitle>
      <Suspense fallback={<SkeletonRows rows={8} rowHeight={2.4} />}>
        {session ? <Mine account={session.address} /> : <Visitors ids={ids} />}
      </Suspense>
    </>
  )
}

async function Mine({ account }: { account: `0x${string}` }) {
  return <WatchingView page={await readWatching(account)} />
}

async function Visitors({ ids }: { ids: readonly number[] }) {
  return (
    <div className="space-y-8">
      <SignInPrompt />
      <LocalWatches isSignedIn={false} shown={ids} />
      <Section title="Watched in this browser">
        <WatchedTable watched={await readPositionsWatched(ids)} isLocal />
      </Section>
    </div>
  )
}
