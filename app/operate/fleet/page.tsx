import type { Metadata } from 'next'
import Link from 'next/link'
import { Suspense } from 'react'
import { FleetForm } from '@/components/fleet/fleet-form'
import { FleetView } from '@/components/fleet/fleet-view'
import { MovesUnderWay } from '@/components/fleet/moves-under-way'
import { AccountGate } from '@/components/portfolio/account-gate'
import { Address, ErrorNote, LinkButton, PageTitle, SkeletonRows } from '@/components/ui'
import { context } from '@/lib/server/context'
import { costFactors, fleetShares, parseFleetKnobs } from '@/lib/server/fleet/parse-fleet-knobs'
import { readFleetPlan } from '@/lib/server/fleet/read-fleet-plan'
import { readMoves } from '@/lib/server/fleet/read-moves'
import { type AccountInView, accountInView } from '@/lib/server/portfolio/account-in-view'

export const metadata: Metadata = {
  title: 'Fleet',
  description:
    'The best assignment of an account’s devices to networks: what each move gains, costs and takes from others, and how to carry it out on chain.',
}

type Query = Record<string, string | string[] | undefined>
type Shown = Extract<AccountInView, { kind: 'shown' }>

export default async function Fleet({ searchParams }: { searchParams: Promise<Query> }) {
  const params = await searchParams
  const view = await accountInView(params)
  const shown = view.kind === 'shown' ? view : undefined
  return (
    <>
      <PageTitle
        title="Fleet"
        above={
          <Link href={shown?.isNamed ? `/operate?account=${shown.checksummed}` : '/operate'} className="link">
            Operate
          </Link>
        }
      >
        {shown ? (
          <>
            Where the devices of <Address value={shown.checksummed} href={`/address/${shown.checksummed}`} />{' '}
            would earn most
          </>
        ) : (
          'Where devices would earn most: compatibility, capacity, the cost and time of a move, and the dilution it causes.'
        )}
      </PageTitle>
      {view.kind === 'bad' ? (
        <ErrorNote
          error={{ message: view.problem }}
          action={<LinkButton href="/operate/fleet">Your own</LinkButton>}
        >
          No devices were read.
        </ErrorNote>
      ) : (
        <div className="space-y-8">
          <AccountGate
            path="/operate/fleet"
            shown={shown?.account}
            isNamed={shown?.isNamed ?? false}
            what="Your fleet’s best assignment"
          />
          {shown && <Shown view={shown} params={params} />}
        </div>
      )}
    </>
  )
}

function Shown({ view, params }: { view: Shown; params: Query }) {
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

async function UnderWay({ view }: { view: Shown }) {
  const moves = await readMoves(view.account)
  return moves.length === 0 ? null : <MovesUnderWay moves={moves} origin={context().publicUrl.origin} />
}

async function Plan({ view, params }: { view: Shown; params: Query }) {
  const knobs = parseFleetKnobs(params)
  const query = new URLSearchParams({
    account: view.checksummed,
    ...(knobs.cost !== 1 && { cost: String(knobs.cost) }),
    ...(knobs.share !== undefined && { share: String(knobs.share * 100) }),
  })
  return <FleetView page={await readFleetPlan(view.account, knobs)} query={query.toString()} />
}
