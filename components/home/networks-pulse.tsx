import Link from 'next/link'
import { Table, Td, Th, Tr } from '@/components/ui'
import { formatCount, formatMonth, formatUnits, formatUsd } from '@/lib/core/format'
import { latestOf } from '@/lib/market/network-history'
import type { NetworkRow } from '@/lib/market/network-row'
import { Moved } from './moved'

/** What networks pay and what the market has of them: those with most for sale first. */
export function NetworksPulse({ rows }: { rows: readonly NetworkRow[] }) {
  return (
    <Table caption="Networks, those with most for sale first">
      <thead>
        <tr>
          <Th>Network</Th>
          <Th numeric>Reward per node a month</Th>
          <Th numeric>For sale</Th>
          <Th numeric className="max-sm:hidden">
            Floor
          </Th>
          <Th numeric>Sold</Th>
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

function Row({ row: { slug, name, market, months } }: { row: NetworkRow }) {
  const reward = latestOf(months, 'rewardPerNode')
  return (
    <Tr className="hover:bg-sunken">
      <Td>
        <Link href={`/networks/${slug}`} prefetch={false} className="font-medium hover:text-signal-text">
          {name}
        </Link>
      </Td>
      <Td numeric>
        {reward ? (
          <>
            {formatUsd(reward.value)}{' '}
            <span className="font-sans text-xs tracking-normal text-muted">{formatMonth(reward.month)}</span>
          </>
        ) : (
          <span className="font-sans text-muted">unknown</span>
        )}
      </Td>
      <Td numeric>
        <Moved>{formatCount(market.forSale)}</Moved>
      </Td>
      <Td numeric className="max-sm:hidden">
        {market.floor === undefined ? <span className="text-muted">–</span> : formatUnits(market.floor)}
      </Td>
      <Td numeric>
        <Moved>{formatCount(market.sales)}</Moved>
      </Td>
    </Tr>
  )
}
