import type { Metadata } from 'next'
import { Suspense } from 'react'
import { AccountGate } from '@/components/portfolio/account-gate'
import { ClaimView } from '@/components/rewards/claim-view'
import { Address, ErrorNote, LinkButton, PageTitle, SkeletonRows } from '@/components/ui'
import { accountInView } from '@/lib/server/portfolio/account-in-view'
import { readClaimPage } from '@/lib/server/rewards/read-claim-page'

export const metadata: Metadata = {
  title: 'Claim rewards',
  description: 'What positions have earned their owners, former ones included, and how to be paid.',
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function ClaimPage({ searchParams }: Props) {
  const view = await accountInView(await searchParams)
  const shown = view.kind === 'shown' ? view : undefined
  return (
    <>
      <PageTitle title="Claim rewards">
        {shown ? (
          <>
            Earned by <Address value={shown.checksummed} href={`/address/${shown.checksummed}`} /> with the
            positions it holds, and with those it held.
          </>
        ) : (
          'What your positions have earned you, those you have sold included.'
        )}
      </PageTitle>
      {view.kind === 'bad' ? (
        <ErrorNote error={{ message: view.problem }} action={<LinkButton href="/claim">Your own</LinkButton>}>
          No rewards were read.
        </ErrorNote>
      ) : (
        <div className="space-y-6">
          <AccountGate
            path="/claim"
            shown={shown?.account}
            isNamed={shown?.isNamed ?? false}
            what="What you can claim"
          />
          {shown && (
            <Suspense key={shown.account} fallback={<SkeletonRows rows={10} rowHeight={2.4} />}>
              <Rewards account={shown.account} />
            </Suspense>
          )}
        </div>
      )}
    </>
  )
}

async function Rewards({ account }: { account: `0x${string}` }) {
  return <ClaimView page={await readClaimPage(account)} />
}
