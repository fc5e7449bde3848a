import Link from 'next/link'
import { Demonstration, Tag, Td, Time, Tr } from '@/components/ui'
import { Gap, ValueBar } from '@/components/value-bar'
import { WatchMark } from '@/components/watch/watch-mark'
import { formatCents, formatExact, formatUnits } from '@/lib/core/format'
import type { MarketSort } from '@/lib/market/market-query'
import type { MarketRow as Row } from '@/lib/market/market-row'
import { valueGap } from '@/lib/market/price-figures'
import type { ValueScale } from '@/lib/market/value-scale'
import { Bid } from './bid'
import { LiveMark } from './live-mark'
import { Measure, measureOf } from './measure'
import { Operator } from './operator'
import { Reward } from './reward'

/* the places of a row's cells where it is an item of a list; on wide screens they are cells of a table again */
const places = {
  row: "list-row max-lg:grid max-lg:grid-cols-[minmax(0,1fr)_auto] max-lg:gap-x-4 max-lg:py-3 max-lg:[grid-template-areas:'name_price''network_gap''bar_bar''reward_end']",
  name: 'max-lg:[grid-area:name] lg:max-w-72 xl:max-w-84',
  network: 'max-lg:[grid-area:network]',
  bar: 'max-lg:[grid-area:bar] max-lg:py-1.5!',
  price: 'max-lg:[grid-area:price]',
  gap: 'max-lg:[grid-area:gap]',
  measure: 'max-lg:[grid-area:reward] max-lg:text-left lg:max-xl:pr-0',
  reward: 'max-lg:[grid-area:reward] max-lg:text-left lg:hidden xl:table-cell',
  end: 'max-lg:[grid-area:end] lg:hidden xl:table-cell',
}
const cell = 'max-lg:block max-lg:p-0'

export function MarketRow({
  row,
  scale,
  now,
  sort,
}: {
  row: Row
  scale: ValueScale
  now: Date
  /** what the rows are sorted by */
  sort?: MarketSort | undefined
}) {
  const { listing, value } = row
  // a narrow row has place for one of the two
  const showsReward = sort === 'reward'
  const href = `/positions/${row.positionId}`
  return (
    <Tr className={`group/row hover:bg-sunken has-data-gone:text-muted ${places.row}`}>
      <Td className={`${cell} ${places.name}`}>
        <span className="flex min-w-0 items-baseline gap-2">
          <span className="figures w-9 shrink-0 text-sm text-muted max-lg:w-auto">#{row.positionId}</span>
          <Link href={href} prefetch={false} className="truncate font-medium hover:text-signal-text">
            {row.name}
          </Link>
          {row.isDemonstration && <Demonstration short />}
          {listing && !listing.bound && <Tag look="warning">unbound</Tag>}
          {row.isStale && <Tag look="warning">stale value</Tag>}
          <LiveMark positionId={row.positionId} />
          <WatchMark positionId={row.positionId} name={row.name} className="-my-1 ml-auto" />
        </span>
      </Td>
      <Td className={`${cell} ${places.network} text-muted lg:whitespace-nowrap`}>
        <Link href={`/networks/${row.network.slug}`} prefetch={false} className="hover:text-signal-text">
          {row.network.name}
        </Link>
        <span className="text-sm 2xl:hidden max-lg:inline lg:hidden">
          {' · '}
          <Operator row={row} />
        </span>
      </Td>
      <Td className="hidden text-sm whitespace-nowrap text-muted 2xl:table-cell">
        <Operator row={row} />
      </Td>
      <Td className={`${cell} ${places.bar}`}>
        {value ? (
          <ValueBar value={value} price={listing?.price} scale={scale} />
        ) : (
          <span className="text-sm text-muted">not valued yet</span>
        )}
      </Td>
      <Td
        numeric
        className={`${cell} ${places.price} font-medium group-has-data-gone/row:line-through ${
          // with a bid below the price a row is as high as one without
          row.bestBid === undefined ? '' : 'lg:py-0.5! lg:*:block lg:*:leading-4'
        }`}
      >
        {listing ? (
          <span title={`${formatExact(listing.price, 6)} dollars, fees included`}>
            {formatUnits(listing.price)}
          </span>
        ) : (
          <span className="font-sans font-normal tracking-normal text-muted">unlisted</span>
        )}
        <Bid price={row.bestBid} />
      </Td>
      <Td numeric className="max-lg:hidden">
        {value ? formatCents(value.value) : <span className="text-muted">–</span>}
      </Td>
      <Td numeric className={`${cell} ${places.gap}`}>
        <Gap gap={listing && value && valueGap(listing.price, value.value)} />
      </Td>
      <Td numeric className={`${cell} ${places.measure} ${showsReward ? 'max-lg:hidden' : ''}`}>
        <Measure row={row} name={measureOf(sort)} />
      </Td>
      <Td numeric className={`${cell} ${places.reward} ${showsReward ? '' : 'max-lg:hidden'}`}>
        <Reward reward={row.reward} />
      </Td>
      <Td numeric className={`${cell} ${places.end} font-sans! tracking-normal! text-muted`}>
        {listing && (
          <>
            <span className="lg:hidden">ends </span>
            <Time at={listing.endTime} now={now} />
          </>
        )}
      </Td>
    </Tr>
  )
}
