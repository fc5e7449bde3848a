import Link from 'next/link'
import { Sparkline } from '@/components/charts/sparkline'
import { Table, Tag, Td, Th, Tr } from '@/components/ui'
import { formatCount, formatMonth, formatUnits } from '@/lib/core/format'
import { latestOf, type NetworkMonth } from '@/lib/market/network-history'
import type { NetworkRow } from '@/lib/market/network-row'
import { DatedFigure } from './dated-figure'

/** All networks: their newest public figures, each with its month, and what the market has of them. */
export function NetworksTable({ rows }: { rows: readonly NetworkRow[] }) {
  return (
    <Table caption="Networks" className="max-lg:block [&_tbody]:max-lg:block">
      <thead className="max-lg:hidden">
        <tr>
          <Th>Network</Th>
          <Th>Category</Th>
          <Th colSpan={2}>Reward per node a month</Th>
          <Th numeric>Rewards a month</Th>
          <Th numeric>Active nodes</Th>
          <Th numeric>Token price</Th>
          <Th numeric>Positions</Th>
          <Th numeric>For sale</Th>
          <Th numeric>Floor</Th>
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

const cell = 'max-lg:block max-lg:p-0'
const label = 'block font-sans text-xs tracking-normal text-muted lg:hidden'

function Row({ row }: { row: NetworkRow }) {
  const { market, months } = row
  return (
    <Tr className="hover:bg-sunken max-lg:grid max-lg:grid-cols-3 max-lg:gap-x-4 max-lg:gap-y-2 max-lg:py-3">
      <Td className={`${cell} max-lg:col-span-2`}>
        <Link href={`/networks/${row.slug}`} className="font-medium hover:text-signal-text">
          {row.name}
        </Link>
        <span className="figures ml-2 text-xs text-muted">{row.token}</span>
      </Td>
      <Td className={`${cell} max-lg:order-none max-lg:text-right`}>
        <Tag>{row.category}</Tag>
      </Td>
      <Td className={`${cell} max-lg:col-span-3 empty:hidden lg:w-40 lg:empty:table-cell`}>
        {latestOf(months, 'rewardPerNode') && <Sparkline points={perNode(months)} label={describe(months)} />}
      </Td>
      <Td numeric className={`${cell} max-lg:text-left`}>
        <span className={label}>Reward per node</span>
        <DatedFigure months={months} measure="rewardPerNode" />
      </Td>
      <Td numeric className={`${cell} max-lg:text-left`}>
        <span className={label}>Rewards a month</span>
        <DatedFigure months={months} measure="rewardsUsd" />
      </Td>
      <Td numeric className={cell}>
        <span className={label}>Active nodes</span>
        <DatedFigure months={months} measure="activeNodes" />
      </Td>
      <Td numeric className="max-lg:hidden">
        <DatedFigure months={months} measure="tokenPriceUsd" />
      </Td>
      <Td numeric className={`${cell} max-lg:text-left`}>
        <span className={label}>Positions</span>
        {formatCount(market.positions)}
      </Td>
      <Td numeric className={`${cell} max-lg:text-left`}>
        <span className={label}>For sale</span>
        {formatCount(market.forSale)}
      </Td>
      <Td numeric className={cell}>
        <span className={label}>Floor</span>
        {market.floor === undefined ? <span className="text-muted">–</span> : formatUnits(market.floor)}
      </Td>
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
