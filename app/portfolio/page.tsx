import type { Metadata } from 'next'
import { Suspense } from 'react'
import { AccountGate } from '@/components/portfolio/account-gate'
import { PortfolioView } from '@/components/portfolio/portfolio-view'
import { Address, ErrorNote, LinkButton, PageTitle, SkeletonRows } from '@/components/ui'
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
  const view = await accountInView(params)
  const shown = view.kind === 'shown' ? view : undefined
  return (
    <>
      <PageTitle
        title="Portfolio"
        action={
          shown && (
            <LinkButton size="sm" href={`/address/${shown.checksummed}/portfolio.csv`} prefetch={false}>
              Download CSV
            </LinkButton>
          )
        }
      >
        {shown ? (
          <>
            Held by <Address value={shown.checksummed} href={`/address/${shown.checksummed}`} />, by the
            public record.
          </>
        ) : (
          'What an account owns, what it paid, and what it is worth now.'
        )}
      </PageTitle>
      {view.kind === 'bad' ? (
        <ErrorNote
          error={{ message: view.problem }}
          action={<LinkButton href="/portfolio">Your own</LinkButton>}
        >
          No portfolio was read.
        </ErrorNote>
      ) : (
        <div className="space-y-6">
          <AccountGate
            path="/portfolio"
            shown={shown?.account}
            isNamed={shown?.isNamed ?? false}
            what="What you own"
          />
          {shown && (
            <Suspense key={shown.account} fallback={<SkeletonRows rows={10} rowHeight={2.4} />}>
              <Holdings
                account={shown.account}
                sort={params.sort}
                page={params.page}
                isNamed={shown.isNamed}
              />
            </Suspense>
          )}
        </div>
      )}
    </>
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
