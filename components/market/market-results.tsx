import type { ReactNode } from 'react'
import { Pager, Skeleton, SkeletonRows } from '@/components/ui'
import { ValueLegend } from '@/components/value-bar'
import { formatCount } from '@/lib/core/format'
import { type MarketQuery, marketHref, marketSearch } from '@/lib/market/market-query'
import type { MarketRows } from '@/lib/market/market-row'
import { LiveMarket } from './live-market'
import { MarketCards } from './market-cards'
import { MarketTable } from './market-table'
import { NoPositions } from './no-positions'
import { ViewSwitch } from './view-switch'

/** One page of the market: how many there are, the rows or cards, and the way to the next. */
export function MarketResults({
  query,
  page,
  total,
}: {
  query: MarketQuery
  /** `readAt`: by the clock, which the chain's head may be ahead of */
  page: MarketRows & { readAt: Date }
  /** positions on all pages */
  total: number
}) {
  const live = (
    <LiveMarket
      key={`${marketSearch(query, { cursor: query.cursor })} ${page.readAt.toISOString()}`}
      search={marketSearch(query)}
      shown={page.rows.map(({ positionId, listing }) => ({ id: positionId, listing: listing?.hash }))}
      since={page.readAt.toISOString()}
    />
  )
  if (page.rows.length === 0)
    return (
      <div className="pt-2">
        {live}
        <NoPositions query={query} />
      </div>
    )
  const step = (side: 'previous' | 'next') => hrefOf(query, side, page.neighbours[side])
  const summary = summaryOf(query, total)
  const Shown = query.view === 'cards' ? MarketCards : MarketTable
  return (
    <>
      <Summary query={query} live={live}>
        {summary}
      </Summary>
      <Shown caption={summary} rows={page.rows} now={page.now} query={query} />
      <Pager previous={step('previous')} next={step('next')}>
        {formatCount(page.rows.length)} of {summary}
      </Pager>
    </>
  )
}

function summaryOf({ show }: MarketQuery, total: number): string {
  const count = `${formatCount(total)} ${total === 1 ? 'position' : 'positions'}`
  if (show === 'listed') return `${count} for sale now`
  return show === 'all' ? count : `${count} not for sale`
}

function Summary({
  query,
  live,
  waiting,
  children,
}: {
  query: MarketQuery
  live?: ReactNode
  waiting?: boolean
  children: ReactNode
}) {
  return (
    <div
      data-waiting={waiting}
      className="flex min-h-11 flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2"
    >
      <div className="flex items-center gap-3">
        <p aria-live="polite">{children}</p>
        {live}
      </div>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-1">
        <ValueLegend className="max-lg:hidden" />
        <ViewSwitch query={query} />
      </div>
    </div>
  )
}

/** The place of the results while they are read. */
export function MarketResultsSkeleton({ query }: { query: MarketQuery }) {
  return (
    <>
      <Summary query={query} waiting>
        <span className="text-muted">Reading the market…</span>
      </Summary>
      {query.view === 'cards' ? (
        <div
          role="status"
          aria-label="Loading"
          className="grid grid-cols-1 pt-px pl-px sm:grid-cols-2 lg:grid-cols-3 2xl:grid-cols-4"
        >
          {Array.from({ length: 12 }, (_, index) => `card-${index}`).map((card) => (
            <div key={card} className="grid h-56 -mt-px -ml-px content-start gap-4 border border-rule p-4">
              <Skeleton className="h-4 w-2/3" />
              <Skeleton className="h-6 w-1/3" />
              <Skeleton className="h-3" />
            </div>
          ))}
        </div>
      ) : (
        <>
          <div className="h-9 border-b border-control max-lg:hidden" />
          <SkeletonRows rows={20} rowHeight={2.4} />
        </>
      )}
    </>
  )
}

function hrefOf(query: MarketQuery, side: 'previous' | 'next', cursor: string | undefined) {
  if (!cursor) return undefined
  const [key = '', id = ''] = cursor.split('~')
  return marketHref(query, { cursor: { key, id, side: side === 'next' ? 'after' : 'before' } })
}
