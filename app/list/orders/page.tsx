import type { Metadata } from 'next'
import { Suspense } from 'react'
import { OwnPage } from '@/components/list/list-page'
import { ListTabs } from '@/components/list/list-tabs'
import { MyOrders } from '@/components/orders/my-orders'
import { Pager, PageTitle, SkeletonRows } from '@/components/ui'
import { listHref, parseListQuery } from '@/lib/server/orders/read-listable'
import { readMyOrders } from '@/lib/server/orders/read-my-orders'

export const metadata: Metadata = {
  title: 'Your orders',
  description: 'Every listing and offer an account has signed, and what could still become of each.',
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Orders({ searchParams }: Props) {
  const given = await searchParams
  const { owner } = parseListQuery(given)
  const after = typeof given.after === 'string' ? given.after : undefined
  return (
    <div className="pb-16">
      <PageTitle title="Your orders">
        Every listing and offer you have signed here, and what could still become of each.
      </PageTitle>
      <ListTabs current="orders" owner={owner} />
      {owner ? (
        <Suspense key={`${owner} ${after}`} fallback={<SkeletonRows rows={8} rowHeight={3} />}>
          <Signed owner={owner} after={after} />
        </Suspense>
      ) : (
        <OwnPage path="/list/orders" what="see what you have signed" />
      )}
    </div>
  )
}

async function Signed({ owner, after }: { owner: `0x${string}`; after: string | undefined }) {
  const page = await readMyOrders(owner, after)
  return (
    <>
      <MyOrders page={page} />
      <Pager
        previous={after ? listHref({ owner }, '/list/orders') : undefined}
        next={page.next && `${listHref({ owner }, '/list/orders')}&after=${encodeURIComponent(page.next)}`}
      />
    </>
  )
}
