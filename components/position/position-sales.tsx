import { LeftOut } from '@/components/reference/left-out'
import { Address, Table, Td, Th, Time, Tr } from '@/components/ui'
import { formatUnits, formatUnitsFull } from '@/lib/core/format'
import type { PositionSale } from '@/lib/market/position-page'
import { markWords } from '@/lib/market/reference-price/mark-words'

/** What was paid for a position, newest first. */
export function PositionSales({ sales, now }: { sales: readonly PositionSale[]; now: Date }) {
  if (sales.length === 0) return <p className="text-muted">It has never been sold.</p>
  const reasons = [...new Set(sales.flatMap(({ marks }) => marks.map(markWords)))]
  return (
    <>
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
              <Td numeric>
                {formatUnits(sale.price)}
                {sale.marks.length > 0 && (
                  <span className="mt-0.5 block">
                    <LeftOut marks={sale.marks} />
                  </span>
                )}
              </Td>
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
      {reasons.length > 0 && (
        <p className="mt-2 max-w-prose text-sm text-muted">
          Left out of reference prices: {reasons.join('; ')}.
        </p>
      )}
    </>
  )
}
