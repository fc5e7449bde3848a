import type { Metadata } from 'next'
import { Suspense } from 'react'
import { OperateView } from '@/components/operate/operate-view'
import { AccountPage, type ShownAccount } from '@/components/portfolio/account-page'
import { LinkButton, SkeletonRows } from '@/components/ui'
import { parsePageNumber, readOperate } from '@/lib/server/operate/read-operate'
import { accountInView } from '@/lib/server/portfolio/account-in-view'

export const metadata: Metadata = {
  title: 'Operate',
  description:
    'The devices an account runs: whether they report, what they earn, and what others offer for them.',
}

export default async function Operate({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const params = await searchParams
  return (
    <AccountPage
      view={await accountInView(params)}
      path="/operate"
      title="Operate"
      action={({ checksummed, isNamed }) => (
        <>
          <LinkButton
            size="sm"
            variant="primary"
            href={isNamed ? `/operate/fleet?account=${checksummed}` : '/operate/fleet'}
          >
            Best networks
          </LinkButton>
          <LinkButton size="sm" href={`/list?owner=${checksummed}`}>
            List many
          </LinkButton>
          <LinkButton size="sm" href={`/list/orders?owner=${checksummed}`}>
            Signed orders
          </LinkButton>
          <LinkButton size="sm" href={`/address/${checksummed}/devices.csv`} prefetch={false}>
            Devices as CSV
          </LinkButton>
          <LinkButton size="sm" href={`/address/${checksummed}/earnings.csv`} prefetch={false}>
            Earnings as CSV
          </LinkButton>
        </>
      )}
      heading={(address) => <>Devices of {address}</>}
      otherwise="The devices you run: whether they report, what they earn, and what others offer for them."
      what="What you run"
      unread="No devices were read."
    >
      {(shown) => (
        <Suspense key={shown.account} fallback={<SkeletonRows rows={12} rowHeight={2.4} />}>
          <Devices view={shown} page={params.page} />
        </Suspense>
      )}
    </AccountPage>
  )
}

async function Devices({ view, page }: { view: ShownAccount; page: unknown }) {
  const read = await readOperate(view.account, {
    number: parsePageNumber(page),
    isSignedIn: view.isSignedIn,
  })
  const named = view.isNamed ? `account=${view.checksummed}&` : ''
  return <OperateView page={read} hrefOf={(number) => `/operate?${named}page=${number}`} />
}
