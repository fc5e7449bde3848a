import type { ReactNode } from 'react'
import { Section } from '@/components/ui'
import { formatCents, formatUsd } from '@/lib/core/format'
import type { BasketAnswer } from '@/lib/mechanism/allocation/basket-answer'
import type { BasketSurroundings } from '@/lib/mechanism/allocation/explore-basket'
import { groupName } from './group-name'

/** What a dollar more of each limit would bring, and what the caps cost, in words. */
export function LimitsSection({
  answer,
  capCosts,
}: {
  answer: BasketAnswer
  capCosts: BasketSurroundings['capCosts'] | undefined
}) {
  const { plan, query, names } = answer
  const { prices, shares, gapUsd } = plan
  const caps = prices.caps.filter(({ price }) => price > 1e-6).sort((a, b) => b.price - a.price)
  const per100 = (price: number) => formatUsd(100 * price)
  const hundred = formatCents(10_000n)
  return (
    <Section title="What the limits are worth" note="at the margin, by the basket of any shares">
      <ul className="max-w-prose divide-y divide-rule border-y border-rule">
        <Line>
          {prices.inProportion > 1e-6 ? (
            <>
              Another {hundred} of budget adds <b>{per100(prices.inProportion)}</b> to the expected gain, all
              limits growing with it; with the limits as they are in dollars, {per100(prices.budget)}.
            </>
          ) : (
            'More budget adds nothing: it is not what binds.'
          )}
        </Line>
        {query.objective === 'tail' && (
          <Line>
            {prices.tail > 1e-6 ? (
              <>
                Another {hundred} of tail loss allowed adds <b>{per100(prices.tail)}</b>.
              </>
            ) : (
              'The limit on the tail does not bind.'
            )}
          </Line>
        )}
        {caps.slice(0, 6).map(({ group, price }) => {
          const cost = capCosts?.find((one) => one.group === group)?.costUsd
          return (
            <Line key={group}>
              Another {hundred} allowed in {groupName(group, names)} adds <b>{per100(price)}</b>
              {cost !== undefined && (
                <>
                  ; the cap on it costs <b>{formatUsd(cost)}</b> in all
                </>
              )}
              .
            </Line>
          )
        })}
        {caps.length === 0 && <Line>No cap binds.</Line>}
        {query.whole && (
          <Line>
            Positions sell whole. With any share of them the same limits would gain{' '}
            {formatUsd(shares.gainUsd)} at a cost of {formatUsd(shares.costUsd)}
            {gapUsd > 0.005 && (
              <>, so no basket of whole positions gains more than {formatUsd(gapUsd)} beyond this one</>
            )}
            .
          </Line>
        )}
      </ul>
    </Section>
  )
}

function Line({ children }: { children: ReactNode }) {
  return <li className="py-1.5 [&_b]:figures [&_b]:font-medium">{children}</li>
}
