import Link from 'next/link'
import { Address, Table, Td, Th, Time, Tr } from '@/components/ui'
import { formatExact, formatUnits } from '@/lib/core/format'
import type { SideOfSale } from '@/lib/market/address-page'

/** Sales of an account, from its side. */
export function SalesOfAccount({ sales, now }: { sales: readonly SideOfSale[]; now: Date }) {
  if (sales.length === 0) return <p className="text-muted">It has bought and sold nothing here.</p>
  return (
    <Table caption="Sales this account was a side of">
      <thead>
        <tr>
          <Th>Side</Th>
          <Th>Position</Th>
          <Th numeric>Price</Th>
          <Th numeric className="max-sm:hidden">
            Fee
          </Th>
          <Th className="max-sm:hidden pl-8">With</Th>
          <Th numeric>When</Th>
        </tr>
      </thead>
      <tbody>
        {sales.map((sale) => (
          <Tr key={`${sale.transaction} ${sale.positionId} ${sale.side}`} className="hover:bg-sunken">
            <Td className="whitespace-nowrap">{sale.side === 'bought' ? 'Bought' : 'Sold'}</Td>
            <Td className="max-w-0 w-full truncate">
              <span className="figures mr-2 text-sm text-muted">#{sale.positionId}</span>
              <Link
                href={`/positions/${sale.positionId}`}
                prefetch={false}
                className="hover:text-signal-text"
              >
                {sale.name}
              </Link>
            </Td>
            <Td numeric title={`${formatExact(sale.price, 6)} dollars, fees included`}>
              {formatUnits(sale.price)}
            </Td>
            <Td numeric className="text-muted max-sm:hidden">
              {formatUnits(sale.fee)}
            </Td>
            <Td className="pl-8 max-sm:hidden">
              <Address value={sale.other} href={`/address/${sale.other}`} copy={false} />
            </Td>
            <Td className="text-right text-sm whitespace-nowrap text-muted">
              <Link href={`/tx/${sale.transaction}`} prefetch={false} className="hover:text-signal-text">
                <Time at={sale.at} now={now} />
              </Link>
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
