import type { ReactNode } from 'react'
import { Section } from '@/components/ui'
import { ValueLegend } from '@/components/value-bar'
import { basketSearch } from '@/lib/market/basket-query'
import type { BasketAnswer } from '@/lib/mechanism/allocation/basket-answer'
import { BasketFigures } from './basket-figures'
import { BasketInWords } from './basket-in-words'
import { BasketPanel } from './basket-panel'
import { ChosenTable } from './chosen-table'
import { EmptyBasket } from './empty-basket'
import { MethodSection } from './method-section'
import { WhySection } from './why-section'

/** A basket: its figures, its positions beside the purchase, and why not others. `around` comes later. */
export function BasketView({
  answer,
  isLocal,
  around,
}: {
  answer: BasketAnswer
  isLocal: boolean
  around: ReactNode
}) {
  const { query, plan, head } = answer
  const held = answer.rows.filter((row) => row.held)
  const search = basketSearch(query)
  return (
    <div className="space-y-8 pt-6">
      {plan.empty ? (
        <EmptyBasket answer={answer} />
      ) : (
        <div className="space-y-5">
          <BasketInWords answer={answer} />
          <BasketFigures answer={answer} />
        </div>
      )}
      <div className="grid items-start gap-x-8 gap-y-8 xl:grid-cols-[minmax(0,1fr)_22rem]">
        {held.length > 0 && (
          <Section
            title="In the basket"
            note={<ValueLegend />}
            action={
              <a
                href={`/market/basket/positions.csv${search && `?${search}`}`}
                download
                className="link"
                data-print="hide"
              >
                CSV
              </a>
            }
            className="min-w-0"
          >
            <ChosenTable answer={answer} />
          </Section>
        )}
        <BasketPanel
          listings={
            query.whole
              ? held.map(({ listing, positionId, name }) => ({
                  hash: listing.hash as `0x${string}`,
                  price: listing.price,
                  positionId,
                  name,
                }))
              : []
          }
          isReference={!query.whole}
          search={search}
          head={head}
          isLocal={isLocal}
        />
      </div>
      {around}
      <WhySection answer={answer} />
      <MethodSection />
    </div>
  )
}
