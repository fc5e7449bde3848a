import type { ReactNode } from 'react'
import { Empty, LinkButton, Pager, SkeletonRows } from '@/components/ui'
import { ValueLegend } from '@/components/value-bar'
import { formatCount } from '@/lib/core/format'
import { isFiltered, type MarketQuery, marketHref } from '@/lib/market/market-query'
import type { MarketPage } from '@/lib/market/market-row'
import { MarketTable } from './market-table'

/** One page of the market: how many there are, the rows, and the way to the next. */
export function MarketResults({ query, page }: { query: MarketQuery; page: MarketPage }) {
  if (page.rows.length === 0)
    return (
      <div className="pt-2">
        <NoPositions query={query} />
      </div>
    )
  const step = (side: 'previous' | 'next') => hrefOf(query, side, page.neighbours[side])
  const count = `${formatCount(page.total)} ${page.total === 1 ? 'position' : 'positions'}`
  const summary = query.all ? count : `${count} for sale now`
  return (
    <>
      <Summary>{summary}</Summary>
      <MarketTable caption={summary} rows={page.rows} now={page.now} query={query} />
      <Pager previous={step('previous')} next={step('next')}>
        {formatCount(page.rows.length)} of {summary}
      </Pager>
    </>
  )
}

function Summary({ children, waiting }: { children: ReactNode; waiting?: boolean }) {
  return (
    <div data-waiting={waiting} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2">
      <p aria-live="polite">{children}</p>
      <ValueLegend />
    </div>
  )
}

/** The place of the results while they are read. */
export function MarketResultsSkeleton() {
  return (
    <>
      <Summary waiting>
        <span className="text-muted">Reading the market…</span>
      </Summary>
      <SkeletonRows rows={20} rowHeight={2.4} />
    </>
  )
}

function NoPositions({ query }: { query: MarketQuery }) {
  if (!isFiltered(query))
    return (
      <Empty
        title={query.all ? 'No positions yet' : 'Nothing is for sale right now'}
        action={
          query.all ? (
            <LinkButton href="/register">Register a device</LinkButton>
          ) : (
            <LinkButton href={marketHref(query, { all: true })}>Show unlisted positions</LinkButton>
          )
        }
      >
        A listing is shown here only while it can be filled.
      </Empty>
    )
  return (
    <Empty
      title="No position fits"
      action={
        <>
          {!query.all && (
            <LinkButton href={marketHref(query, { all: true, minPrice: undefined, maxPrice: undefined })}>
              Look among unlisted ones
            </LinkButton>
          )}
          <LinkButton href="/market">Clear the filters</LinkButton>
        </>
      }
    >
      Nothing that can be bought now meets every filter.
    </Empty>
  )
}

function hrefOf(query: MarketQuery, side: 'previous' | 'next', cursor: string | undefined) {
  if (!cursor) return undefined
  const [key = '', id = ''] = cursor.split('~')
  return marketHref(query, { cursor: { key, id, side: side === 'next' ? 'after' : 'before' } })
}
