import { Address, Table, Td, Th, Time, Tr } from '@/components/ui'
import { formatUnits, formatUnitsFull } from '@/lib/core/format'
import type { PositionSale } from '@/lib/market/position-page'

/** What was paid for a position, newest first. */
export function PositionSales({ sales, now }: { sales: readonly PositionSale[]; now: Date }) {
  if (sales.length === 0) return <p className="text-muted">It has never been sold.</p>
  return (
    <Table caption="Sales of this position">
      <thead>
        <tr>
          <Th>When</Th>
          <Th numeric>Price</Th>
          <Th numeric className="max-sm:hidden">
            of which fee
          </Th>
          <Th className="max-sm:hidden">Seller</Th>
          <Th>Buyer</Th>
          <Th className="max-sm:hidden">Transaction</Th>
        </tr>
      </thead>
      <tbody>
        {sales.map((sale) => (
          <Tr key={sale.transaction}>
            <Td>
              <Time at={sale.at} now={now} />
            </Td>
            <Td numeric>{formatUnits(sale.price)}</Td>
            <Td numeric className="text-muted max-sm:hidden">
              {formatUnitsFull(sale.fee)}
            </Td>
            <Td className="max-sm:hidden">
              <Address value={sale.seller} href={`/address/${sale.seller}`} copy={false} />
            </Td>
            <Td>
              <Address value={sale.buyer} href={`/address/${sale.buyer}`} copy={false} />
            </Td>
            <Td className="max-sm:hidden">
              <Address value={sale.transaction} href={`/tx/${sale.transaction}`} what="transaction" />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
