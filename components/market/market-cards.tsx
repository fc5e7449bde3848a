import { WatchRows } from '@/components/watch/watch-rows'
import type { MarketQuery } from '@/lib/market/market-query'
import type { MarketRow } from '@/lib/market/market-row'
import { PositionCard } from './position-card'
import { scaleOf } from './scale-of'

/** Positions side by side, each with its bar and figures. */
export function MarketCards({
  caption,
  rows,
  now,
  query,
}: {
  caption: string
  rows: readonly MarketRow[]
  now: Date
  query: MarketQuery
}) {
  const scale = scaleOf(rows)
  return (
    <>
      <WatchRows ids={rows.map(({ positionId }) => positionId)} />
      <ul
        aria-label={caption}
        className="grid grid-cols-1 pt-px pl-px sm:grid-cols-2 lg:grid-cols-3 2xl:grid-cols-4"
      >
        {rows.map((row) => (
          <PositionCard key={row.positionId} row={row} scale={scale} now={now} sort={query.sort} />
        ))}
      </ul>
    </>
  )
}
