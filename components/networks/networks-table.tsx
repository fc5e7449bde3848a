import Link from 'next/link'
import type { ReactNode } from 'react'
import { Sparkline } from '@/components/charts/sparkline'
import { SortTh, Table, Tag, Td, Th, Tr } from '@/components/ui'
import { formatCount, formatMonth, formatUnits } from '@/lib/core/format'
import { formatSpan } from '@/lib/core/span'
import { latestOf, type NetworkMonth } from '@/lib/market/network-history'
import type { NetworkRow } from '@/lib/market/network-row'
import { type NetworkOrder, type NetworkSort, networkSortHref, networkSorts } from '@/lib/market/network-sort'
import { DatedFigure } from './dated-figure'
import { sortNames } from './networks-sort'

/** All networks: their newest public figures, each with its month, and what the market has of them. */
export function NetworksTable({ rows, order }: { rows: readonly NetworkRow[]; order: NetworkOrder }) {
  return (
    <Table caption="Networks" className="max-lg:block [&_tbody]:max-lg:block">
      <thead className="max-lg:hidden">
        <tr>
          <Head order={order} sort="name" />
          <Th className="hidden xl:table-cell">
            <span className="sr-only">Reward per node by month</span>
          </Th>
          {networkSorts.slice(1).map((sort) => (
            <Head key={sort} order={order} sort={sort} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.slug} row={row} />
        ))}
      </tbody>
    </Table>
  )
}

function Head({ order, sort }: { order: NetworkOrder; sort: NetworkSort }) {
  const sorted = order.direction === 'asc' ? 'ascending' : 'descending'
  return (
    <SortTh
      numeric={sort !== 'name'}
      href={networkSortHref(order, sort)}
      sorted={order.sort === sort ? sorted : undefined}
    >
      {sortNames[sort]}
    </SortTh>
  )
}

const cell = 'max-lg:block max-lg:p-0'
const label = 'block font-sans text-xs tracking-normal text-muted lg:hidden'

function Row({ row }: { row: NetworkRow }) {
  const { market, months } = row
  const figure = (name: string, value: ReactNode) => (
    <Td numeric className={`${cell} max-lg:text-left`}>
      <span className={label}>{name}</span>
      {value || <span className="text-muted">–</span>}
    </Td>
  )
  return (
    <Tr className="hover:bg-sunken max-lg:grid max-lg:grid-cols-3 max-lg:gap-x-4 max-lg:gap-y-2 max-lg:py-3">
      <Td className={`${cell} max-lg:col-span-3`}>
        <span className="flex items-baseline justify-between gap-2 lg:block">
          <span>
            <Link
              prefetch={false}
              href={`/networks/${row.slug}`}
              className="font-medium hover:text-signal-text"
            >
              {row.name}
            </Link>
            <span className="figures ml-2 text-xs text-muted">{row.token}</span>
          </span>
          <Tag className="lg:ml-2">{row.category}</Tag>
        </span>
      </Td>
      <Td className={`${cell} max-lg:col-span-3 empty:hidden lg:w-32 lg:max-xl:hidden xl:empty:table-cell`}>
        {latestOf(months, 'rewardPerNode') && <Sparkline points={perNode(months)} label={describe(months)} />}
      </Td>
      {figure('Reward a node', <DatedFigure months={months} measure="rewardPerNode" />)}
      {figure('Rewards a month', <DatedFigure months={months} measure="rewardsUsd" />)}
      {figure('Nodes', <DatedFigure months={months} measure="activeNodes" />)}
      {figure('Token', <DatedFigure months={months} measure="tokenPriceUsd" />)}
      {figure(
        'For sale',
        <>
          {formatCount(market.forSale)}
          <span className="block font-sans text-xs tracking-normal text-muted">
            of {formatCount(market.positions)}
          </span>
        </>,
      )}
      {figure('Floor', market.floor !== undefined && formatUnits(market.floor))}
      {figure('Best bid', market.bestBid !== undefined && formatUnits(market.bestBid))}
      {figure(
        'Volume',
        <>
          {formatUnits(market.volume)}
          <span className="block font-sans text-xs tracking-normal text-muted">
            {formatCount(market.sales)} {market.sales === 1 ? 'sale' : 'sales'}
          </span>
        </>,
      )}
      {figure('Time to sale', market.timeToSale !== undefined && formatSpan(market.timeToSale))}
    </Tr>
  )
}

function perNode(months: readonly NetworkMonth[]) {
  return months.map(({ month, rewardPerNode }) => ({ month, value: rewardPerNode ?? null }))
}

function describe(months: readonly NetworkMonth[]): string {
  const known = months.filter((row) => row.rewardPerNode !== undefined)
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last) return 'Reward per node is unknown'
  return `Reward per node by month, ${formatMonth(first.month)} to ${formatMonth(last.month)}`
}
