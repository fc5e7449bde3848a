import type { Metadata } from 'next'
import { Suspense } from 'react'
import { AccountPage } from '@/components/portfolio/account-page'
import { PortfolioView } from '@/components/portfolio/portfolio-view'
import { LinkButton, SkeletonRows } from '@/components/ui'
import { parsePageNumber } from '@/lib/server/operate/read-operate'
import { accountInView } from '@/lib/server/portfolio/account-in-view'
import { parsePortfolioOrder, readPortfolio } from '@/lib/server/portfolio/read-portfolio'

export const metadata: Metadata = {
  title: 'Portfolio',
  description: 'What an account owns, what it paid, and what it is worth now.',
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function PortfolioPage({ searchParams }: Props) {
  const params = await searchParams
  return (
    <AccountPage
      view={await accountInView(params)}
      path="/portfolio"
      title="Portfolio"
      action={({ checksummed }) => (
        <LinkButton size="sm" href={`/address/${checksummed}/portfolio.csv`} prefetch={false}>
          Download CSV
        </LinkButton>
      )}
      heading={(address) => <>Held by {address}, by the public record.</>}
      otherwise="What an account owns, what it paid, and what it is worth now."
      what="What you own"
      unread="No portfolio was read."
    >
      {({ account, isNamed }) => (
        <Suspense key={account} fallback={<SkeletonRows rows={10} rowHeight={2.4} />}>
          <Holdings account={account} sort={params.sort} page={params.page} isNamed={isNamed} />
        </Suspense>
      )}
    </AccountPage>
  )
}

async function Holdings({
  account,
  sort,
  page,
  isNamed,
}: {
  account: `0x${string}`
  sort: unknown
  page: unknown
  isNamed: boolean
}) {
  const portfolio = await readPortfolio(account)
  const named = isNamed ? `account=${portfolio.account}&` : ''
  return (
    <PortfolioView
      portfolio={portfolio}
      order={parsePortfolioOrder(sort)}
      pageNumber={parsePageNumber(page)}
      hrefOf={(order, page) => `/portfolio?${named}sort=${order}${page ? `&page=${page}` : ''}`}
    />
  )
}
