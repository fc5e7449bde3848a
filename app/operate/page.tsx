import type { Metadata } from 'next'
import { Suspense } from 'react'
import { OperateView } from '@/components/operate/operate-view'
import { AccountGate } from '@/components/portfolio/account-gate'
import { Address, ErrorNote, LinkButton, PageTitle, SkeletonRows } from '@/components/ui'
import { parsePageNumber, readOperate } from '@/lib/server/operate/read-operate'
import { type AccountInView, accountInView } from '@/lib/server/portfolio/account-in-view'

export const metadata: Metadata = {
  title: 'Operate',
  description:
    'The devices an account runs: whether they report, what they earn, and what others offer for them.',
}

type Shown = Extract<AccountInView, { kind: 'shown' }>

export default async function Operate({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const params = await searchParams
  const view = await accountInView(params)
  const shown = view.kind === 'shown' ? view : undefined
  return (
    <>
      <PageTitle
        title="Operate"
        action={
          shown && (
            <>
              <LinkButton
                size="sm"
                variant="primary"
                href={shown.isNamed ? `/operate/fleet?account=${shown.checksummed}` : '/operate/fleet'}
              >
                Best networks
              </LinkButton>
              <LinkButton size="sm" href={`/list?owner=${shown.checksummed}`}>
                List many
              </LinkButton>
              <LinkButton size="sm" href={`/list/orders?owner=${shown.checksummed}`}>
                Signed orders
              </LinkButton>
              <LinkButton size="sm" href={`/address/${shown.checksummed}/devices.csv`} prefetch={false}>
                Devices as CSV
              </LinkButton>
              <LinkButton size="sm" href={`/address/${shown.checksummed}/earnings.csv`} prefetch={false}>
                Earnings as CSV
              </LinkButton>
            </>
          )
        }
      >
        {shown ? (
          <>
            Devices of <Address value={shown.checksummed} href={`/address/${shown.checksummed}`} />
          </>
        ) : (
          'The devices you run: whether they report, what they earn, and what others offer for them.'
        )}
      </PageTitle>
      {view.kind === 'bad' ? (
        <ErrorNote
          error={{ message: view.problem }}
          action={<LinkButton href="/operate">Your own</LinkButton>}
        >
          No devices were read.
        </ErrorNote>
      ) : (
        <div className="space-y-6">
          <AccountGate
            path="/operate"
            shown={shown?.account}
            isNamed={shown?.isNamed ?? false}
            what="What you run"
          />
          {shown && (
            <Suspense key={shown.account} fallback={<SkeletonRows rows={12} rowHeight={2.4} />}>
              <Devices view={shown} page={params.page} />
            </Suspense>
          )}
        </div>
      )}
    </>
  )
}

async function Devices({ view, page }: { view: Shown; page: unknown }) {
  const read = await readOperate(view.account, {
    number: parsePageNumber(page),
    isSignedIn: view.isSignedIn,
  })
  const named = view.isNamed ? `account=${view.checksummed}&` : ''
  return <OperateView page={read} hrefOf={(number) => `/operate?${named}page=${number}`} />
}
