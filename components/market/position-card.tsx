import Link from 'next/link'
import type { ReactNode } from 'react'
import { basisWords, scopeWords } from '@/components/reference/paid-words'
import { classNames, Demonstration, Tag, Time } from '@/components/ui'
import { Gap, ValueBar } from '@/components/value-bar'
import { WatchMark } from '@/components/watch/watch-mark'
import { formatCents, formatExact, formatUnits } from '@/lib/core/format'
import type { MarketSort } from '@/lib/market/market-query'
import type { MarketRow } from '@/lib/market/market-row'
import { valueGap } from '@/lib/market/price-figures'
import { regionNames } from '@/lib/market/region'
import type { ValueScale } from '@/lib/market/value-scale'
import { Bid } from './bid'
import { LiveMark } from './live-mark'
import { Measure, type MeasureName, measureNames } from './measure'
import { Operator } from './operator'
import { Reward } from './reward'

const measures: readonly MeasureName[] = ['yield', 'days', 'uptime']

/** One position of the market as a card. */
export function PositionCard({
  row,
  scale,
  now,
  sort,
}: {
  row: MarketRow
  scale: ValueScale
  now: Date
  /** what the cards are sorted by: that figure stands out */
  sort: MarketSort
}) {
  const { listing, value, network, region } = row
  return (
    <li className="group/row relative flex min-w-0 flex-col gap-3 -mt-px -ml-px border border-rule p-4 hover:bg-sunken has-data-gone:text-muted">
      <div className="min-w-0">
        <div className="flex min-w-0 items-baseline gap-2">
          <span className="figures shrink-0 text-sm text-muted">#{row.positionId}</span>
          <Link
            href={`/positions/${row.positionId}`}
            prefetch={false}
            className="truncate font-medium after:absolute after:inset-0 hover:text-signal-text"
          >
            {row.name}
          </Link>
          {row.isDemonstration && <Demonstration short />}
          {listing && !listing.bound && <Tag look="warning">unbound</Tag>}
          {row.isStale && <Tag look="warning">stale value</Tag>}
          {/* above the link, which covers the card */}
          <WatchMark positionId={row.positionId} name={row.name} className="relative z-10 -my-1 ml-auto" />
        </div>
        <p className="truncate text-sm text-muted">
          {network.name} · <Operator row={row} />
          {region && ` · ${regionNames[region]}`}
        </p>
      </div>
      <div className="flex items-baseline justify-between gap-3">
        {listing ? (
          <span
            className="figures text-xl group-has-data-gone/row:line-through"
            title={`${formatExact(listing.price, 6)} dollars, fees included`}
          >
            {formatUnits(listing.price)}
          </span>
        ) : (
          <span className="text-xl text-muted">unlisted</span>
        )}
        <Gap gap={listing && value && valueGap(listing.price, value.value)} className="text-sm" />
        <Bid price={row.bestBid} />
      </div>
      {value ? (
        <ValueBar value={value} price={listing?.price} scale={scale} />
      ) : (
        <p className="h-5 text-sm text-muted">not valued yet</p>
      )}
      <dl className="grid grid-cols-2 gap-x-4 gap-y-1 text-sm">
        <Line label="Value" isSorted={sort === 'value'}>
          {value ? formatCents(value.value) : <span className="text-muted">–</span>}
        </Line>
        <Line label="Others paid" isSorted={false}>
          {row.paid ? (
            <span title={`${basisWords(row.paid)} ${scopeWords(row.paid.scope)}`}>
              {formatCents(row.paid.price)}
            </span>
          ) : (
            <span className="text-muted">–</span>
          )}
        </Line>
        <Line label="Reward" isSorted={sort === 'reward'}>
          <Reward reward={row.reward} bare />
        </Line>
        {measures.map((name) => (
          <Line key={name} label={measureNames[name].head} isSorted={sort === name}>
            <Measure row={row} name={name} bare />
          </Line>
        ))}
        <Line label="Ends" isSorted={sort === 'expiry'}>
          {listing ? (
            <span className="font-sans tracking-normal">
              <Time at={listing.endTime} now={now} />
            </span>
          ) : (
            <span className="text-muted">–</span>
          )}
        </Line>
      </dl>
      <LiveMark positionId={row.positionId} />
    </li>
  )
}

function Line({ label, isSorted, children }: { label: string; isSorted: boolean; children: ReactNode }) {
  return (
    <div className="flex min-w-0 items-baseline justify-between gap-2">
      <dt className={classNames('truncate text-muted', isSorted && 'text-ink!')}>{label}</dt>
      <dd className={classNames('figures whitespace-nowrap', isSorted && 'font-medium')}>{children}</dd>
    </div>
  )
}
