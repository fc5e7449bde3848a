import Link from 'next/link'
import { UnboundTag } from '@/components/orders/unbound-tag'
import { Table, Td, Th, Time, Tr } from '@/components/ui'
import { formatExact, formatUnits } from '@/lib/core/format'
import type { OpenOrder } from '@/lib/market/address-page'

/** Orders an account has signed and that can be filled now. */
export function OpenOrders({ orders, now }: { orders: readonly OpenOrder[]; now: Date }) {
  if (orders.length === 0) return <p className="text-muted">It has no order that can be filled now.</p>
  return (
    <Table caption="Open orders of this account">
      <thead>
        <tr>
          <Th>Order</Th>
          <Th>Position</Th>
          <Th numeric>Price</Th>
          <Th numeric>Ends</Th>
        </tr>
      </thead>
      <tbody>
        {orders.map((order) => (
          <Tr key={order.hash} data-order={order.hash} className="hover:bg-sunken">
            <Td className="whitespace-nowrap">
              {order.kind === 'listing' ? 'Listing' : 'Offer'} {!order.bound && <UnboundTag />}
            </Td>
            <Td className="max-w-0 w-full truncate">
              <span className="figures mr-2 text-sm text-muted">#{order.positionId}</span>
              <Link
                href={`/positions/${order.positionId}`}
                prefetch={false}
                className="hover:text-signal-text"
              >
                {order.name}
              </Link>
            </Td>
            <Td numeric title={`${formatExact(order.price, 6)} dollars, fees included`}>
              {formatUnits(order.price)}
            </Td>
            <Td className="text-right text-sm whitespace-nowrap text-muted">
              <Time at={order.endTime} now={now} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
