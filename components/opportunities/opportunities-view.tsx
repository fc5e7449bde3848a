import { ChartFoot } from '@/components/charts/chart-foot'
import { Empty, LinkButton, Skeleton } from '@/components/ui'
import { formatCount, formatMinute } from '@/lib/core/format'
import type { OpportunityPage } from '@/lib/market/opportunity'
import { OpportunityList } from './opportunity-list'

/** What can be bought below the P25 of its value, and how each figure is meant. */
export function OpportunitiesView({ page }: { page: OpportunityPage }) {
  const { opportunities, judged, now } = page
  return (
    <>
      {opportunities.length === 0 ? (
        <Empty
          title="Nothing is listed below the P25 of its value"
          action={<LinkButton href="/market?sort=gap">Show the market by price to value</LinkButton>}
        >
          {judged === 0
            ? 'No listing that can be filled asks less than the median of its value.'
            : `${formatCount(judged)} ${judged === 1 ? 'listing asks' : 'listings ask'} less than the median of the value, none less than its lower quarter.`}{' '}
          Watch a position to be told of a price.
        </Empty>
      ) : (
        <OpportunityList opportunities={opportunities} now={now} />
      )}
      <ChartFoot
        source="listings on this chain, against their signed valuations"
        asOf={formatMinute(now)}
        method={{ href: '#method' }}
        data={{
          csv: '/market/opportunities/opportunities.csv',
          json: '/market/opportunities/opportunities.json',
        }}
      />
      <div id="method" className="mt-6 max-w-prose space-y-2 text-sm text-muted">
        <p>
          P25 is the lower quarter of what a position comes to in the scenarios of its own receipt, drawn
          again from its inputs and seed: three holders in four would live to see more than the price. Only
          listings that can be filled at this moment stand here.
        </p>
        <p>
          They are ranked by gap over risk: value less price, over the mean loss in the worst twentieth of
          scenarios, a hundredth of the price at the least. “Fair only if” is what would have to be true for
          the price to be the value, each alone, all else and what the holder does as the valuation has it:
          that the rewards of every network it could serve are so much of the forecast for good, that its
          hardware sells for so much of what is assumed, or that whoever holds it asks for such a return. What
          is not listed does not do it at any figure. If you know a reason to believe one of them, the price
          is no gift. The valuation knows the published figures and its assumptions, and nothing that only the
          seller knows.
        </p>
      </div>
    </>
  )
}

export function OpportunitiesSkeleton() {
  return (
    <div role="status" aria-label="Reading the opportunities" className="grid gap-2">
      {[1, 2, 3, 4, 5].map((row) => (
        <Skeleton key={row} className="h-12 w-full max-lg:h-32" />
      ))}
    </div>
  )
}
