import type { Metadata } from 'next'
import { ListFilters } from '@/components/list/list-filters'
import { ListPage, OwnPage } from '@/components/list/list-page'
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
  const page = await readListable(query)
  return (
    <div className="pb-16">
      <PageTitle title="List positions">
        Price as many as you like, each beside its value, and list them under one signature.
      </PageTitle>
      <ListTabs current="list" owner={query.owner} />
      {!page ? (
        <OwnPage path="/list" what="list your positions" />
      ) : page.owned === 0 ? (
        <Empty
          title="This account owns no position"
          action={<LinkButton href="/register">Register a device</LinkButton>}
        >
          A position is minted from a device’s own proof, or bought in the market.
        </Empty>
      ) : (
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
      )}
    </div>
  )
}
