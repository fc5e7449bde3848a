import type { Metadata } from 'next'
import Link from 'next/link'
import { Suspense } from 'react'
import { BasketAround, BasketAroundSkeleton } from '@/components/baskets/basket-around'
import { BasketForm } from '@/components/baskets/basket-form'
import { BasketSkeleton } from '@/components/baskets/basket-skeleton'
import { BasketView } from '@/components/baskets/basket-view'
import { NamedApart } from '@/components/baskets/named-apart'
import { PageTitle } from '@/components/ui'
import type { BasketQuery } from '@/lib/market/basket-query'
import { type FoundBasket, parseBasketQuery, readBasket } from '@/lib/server/baskets/read-basket'
import { readPanelSettings } from '@/lib/server/positions/read-panel-settings'

export const metadata: Metadata = {
  title: 'Basket',
  description: 'The best basket of positions for sale within a budget, a limit on its tail loss and caps.',
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function BasketPage({ searchParams }: Props) {
  const { query, problems } = parseBasketQuery(await searchParams)
  return (
    <div className="group/basket">
      <PageTitle
        title="Basket"
        above={
          <Link href="/market" prefetch={false} className="link">
            Market
          </Link>
        }
      >
        Which of the positions for sale to buy together: the most expected gain within a budget, a limit on
        how much the worst cases lose, and caps on what stands in one place.
      </PageTitle>
      <BasketForm query={query} problems={problems} />
      <NamedApart query={query} />
      <div className="transition-opacity group-has-[form[aria-busy=true]]/basket:opacity-60">
        <Suspense fallback={<BasketSkeleton />}>
          <Basket query={query} />
        </Suspense>
      </div>
    </div>
  )
}

async function Basket({ query }: { query: BasketQuery }) {
  const basket = await readBasket(query)
  return (
    <BasketView
      answer={basket}
      isLocal={readPanelSettings().isLocal}
      around={
        <Suspense fallback={<BasketAroundSkeleton />}>
          <Around basket={basket} />
        </Suspense>
      }
    />
  )
}

async function Around({ basket }: { basket: FoundBasket }) {
  return <BasketAround answer={basket} surroundings={await basket.explore()} />
}
