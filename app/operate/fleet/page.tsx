import type { Metadata } from 'next'
import Link from 'next/link'
import { Suspense } from 'react'
import { FleetForm } from '@/components/fleet/fleet-form'
import { FleetView } from '@/components/fleet/fleet-view'
import { MovesUnderWay } from '@/components/fleet/moves-under-way'
import { AccountPage, type ShownAccount } from '@/components/portfolio/account-page'
import { SkeletonRows } from '@/components/ui'
import { context } from '@/lib/server/context'
import { costFactors, fleetShares, parseFleetKnobs } from '@/lib/server/fleet/parse-fleet-knobs'
import { readFleetPlan } from '@/lib/server/fleet/read-fleet-plan'
import { readMoves } from '@/lib/server/fleet/read-moves'
import { accountInView } from '@/lib/server/portfolio/account-in-view'

export const metadata: Metadata = {
  title: 'Fleet',
  description:
    'The best assignment of an account’s devices to networks: what each move gains, costs and takes from others, and how to carry it out on chain.',
}

type Query = Record<string, string | string[] | undefined>
export default async function Fleet({ searchParams }: { searchParams: Promise<Query> }) {
  const params = await searchParams
  const view = await accountInView(params)
  return (
    <AccountPage
      view={view}
      path="/operate/fleet"
      title="Fleet"
      above={
        <Link
          href={view.kind === 'shown' && view.isNamed ? `/operate?account=${view.checksummed}` : '/operate'}
          className="link"
        >
          Operate
        </Link>
      }
      heading={(address) => <>Where the devices of {address} would earn most</>}
      otherwise="Where devices would earn most: compatibility, capacity, the cost and time of a move, and the dilution it causes."
      what="Your fleet’s best assignment"
      unread="No devices were read."
    >
      {(shown) => <Shown view={shown} params={params} />}
    </AccountPage>
  )
}

function Shown({ view, params }: { view: ShownAccount; params: Query }) {
  const knobs = parseFleetKnobs(params)
  return (
    <>
      {view.isSignedIn && (
        <Suspense fallback={null}>
          <UnderWay view={view} />
        </Suspense>
      )}
      <FleetForm
        account={view.isNamed ? view.checksummed : undefined}
        cost={knobs.cost}
        share={knobs.share === undefined ? undefined : knobs.share * 100}
        factors={costFactors}
        shares={fleetShares}
      />
      <Suspense
        key={`${view.account} ${knobs.cost} ${knobs.share}`}
        fallback={<SkeletonRows rows={14} rowHeight={2.6} />}
      >
        <Plan view={view} params={params} />
      </Suspense>
    </>
  )
}

async function UnderWay({ view }: { view: ShownAccount }) {
  const moves = await readMoves(view.account)
  return moves.length === 0 ? null : <MovesUnderWay moves={moves} origin={context().publicUrl.origin} />
}

async function Plan({ view, params }: { view: ShownAccount; params: Query }) {
  const knobs = parseFleetKnobs(params)
  const query = new URLSearchParams({
    account: view.checksummed,
    ...(knobs.cost !== 1 && { cost: String(knobs.cost) }),
    ...(knobs.share !== undefined && { share: String(knobs.share * 100) }),
  })
  return <FleetView page={await readFleetPlan(view.account, knobs)} query={query.toString()} />
}
