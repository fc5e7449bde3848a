import { UnboundTag } from '@/components/orders/unbound-tag'
import { Address, Table, Td, Th, Time, Tr } from '@/components/ui'
import { formatExact, formatUnits } from '@/lib/core/format'
import { standingSentences } from '@/lib/market/order-standing'
import type { PositionOrder } from '@/lib/market/position-page'

/** Every order on a position, with its state in words; what can be filled now comes first. */
export function PositionOrders({ orders, now }: { orders: readonly PositionOrder[]; now: Date }) {
  if (orders.length === 0)
    return <p className="text-muted">Nobody has signed an order for this position yet.</p>
  const sorted = [...orders].sort((a, b) => Number(b.standing === 'open') - Number(a.standing === 'open'))
  return (
    <Table caption="Orders on this position">
      <thead>
        <tr>
          <Th>Order</Th>
          <Th numeric>Price</Th>
          <Th>State</Th>
          <Th className="max-sm:hidden">Signed by</Th>
          <Th className="max-sm:hidden">Ends</Th>
        </tr>
      </thead>
      <tbody>
        {sorted.map((order) => (
          <Tr
            key={order.hash}
            id={`order-${order.hash}`}
            data-order={order.hash}
            className={`scroll-mt-16 target:bg-sunken ${order.standing === 'open' ? '' : 'text-muted'}`}
          >
            <Td className="whitespace-nowrap">{order.kind === 'listing' ? 'Listing' : 'Offer'}</Td>
            <Td numeric title={`${formatExact(order.price, 6)} dollars, fees included`}>
              {formatUnits(order.price)}
            </Td>
            <Td>
              {standingSentences[order.standing]} {!order.bound && <UnboundTag />}
            </Td>
            <Td className="max-sm:hidden">
              <Address value={order.offerer} href={`/address/${order.offerer}`} />
            </Td>
            <Td className="max-sm:hidden">
              <Time at={order.endTime} now={now} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
