import type { Metadata } from 'next'
import { Suspense } from 'react'
import { ListFilters } from '@/components/list/list-filters'
import { ListPage, OwnPage } from '@/components/list/list-page'
import { ListSkeleton } from '@/components/list/list-skeleton'
import { ListTabs } from '@/components/list/list-tabs'
import { Empty, LinkButton, PageTitle } from '@/components/ui'
import { listHref, parseListQuery, readListable } from '@/lib/server/orders/read-listable'

export const metadata: Metadata = {
  title: 'List positions',
  description: 'Price many positions beside their values and list them under one signature.',
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function List({ searchParams }: Props) {
  const query = parseListQuery(await searchParams)
  return (
    <div className="pb-16">
      <PageTitle title="List positions">
        Price as many as you like, each beside its value, and list them under one signature.
      </PageTitle>
      <ListTabs current="list" owner={query.owner} />
      {query.owner ? (
        // another filter keeps what is shown until the next is there
        <Suspense key={query.owner} fallback={<ListSkeleton />}>
          <Listable query={query} />
        </Suspense>
      ) : (
        <OwnPage path="/list" what="list your positions" />
      )}
    </div>
  )
}

async function Listable({ query }: { query: ReturnType<typeof parseListQuery> }) {
  const page = await readListable(query)
  if (!page || page.owned === 0)
    return (
      <Empty
        title="This account owns no position"
        action={<LinkButton href="/register">Register a device</LinkButton>}
      >
        A position is minted from a device’s own proof, or bought in the market.
      </Empty>
    )
  return (
    <>
      <ListFilters query={query} page={page} />
      {page.rows.length === 0 ? (
        <Empty
          title="None of this account’s positions meets the filters"
          action={<LinkButton href={listHref({ owner: page.owner })}>Show all {page.owned}</LinkButton>}
        />
      ) : (
        <ListPage page={page} />
      )}
    </>
  )
}
