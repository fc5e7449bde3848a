import Link from 'next/link'
import type { ReactNode } from 'react'
import { Table, Td, Th, Time, Tr } from '@/components/ui'
import { Gap, ValueBar } from '@/components/value-bar'
import { formatUnits, formatUnitsFull } from '@/lib/core/format'
import type { MyOrder } from '@/lib/market/my-orders'
import { standingSentences } from '@/lib/market/order-standing'
import { valueGap } from '@/lib/market/price-figures'
import { UnboundTag } from './unbound-tag'

/* the places of a row's cells where it is an item of a list; on wide screens they are cells of a table again */
const row =
  "max-lg:grid max-lg:grid-cols-[auto_minmax(0,1fr)_auto] max-lg:gap-x-3 max-lg:gap-y-0.5 max-lg:py-3 max-lg:[grid-template-areas:'check_name_price''._bar_bar''._kind_gap''._state_state''._end_end']"
const cell = 'max-lg:block max-lg:p-0'

/** Orders of one account, a row each; with boxes to choose them where `onChoose` is given. */
export function OrderRows({
  caption,
  orders,
  now,
  chosen,
  onChoose,
  actionOf,
}: {
  caption: string
  orders: readonly MyOrder[]
  now: Date
  chosen?: ReadonlySet<string>
  onChoose?: ((hashes: readonly string[], isChosen: boolean) => void) | undefined
  /** what its signer can do about an order, beside its state */
  actionOf?: ((order: MyOrder) => ReactNode) | undefined
}) {
  return (
    <Table caption={caption}>
      <thead className="max-lg:hidden">
        <tr>
          {onChoose && (
            <Th className="w-10">
              <input
                type="checkbox"
                aria-label="Choose all of these"
                className="size-4 accent-signal"
                checked={orders.every(({ hash }) => chosen?.has(hash))}
                onChange={({ target }) =>
                  onChoose(
                    orders.map(({ hash }) => hash),
                    target.checked,
                  )
                }
              />
            </Th>
          )}
          <Th>Order</Th>
          <Th>Position</Th>
          <Th className="w-1/5">Beside its value</Th>
          <Th numeric>Price</Th>
          <Th numeric>Against value</Th>
          <Th>State</Th>
          <Th>Ends</Th>
        </tr>
      </thead>
      <tbody className="max-lg:block">
        {orders.map((order) => (
          <Tr key={order.hash} data-my-order={order.hash} className={row}>
            {onChoose && (
              <Td className={`${cell} max-lg:[grid-area:check]`}>
                <label className="grid size-6 cursor-pointer place-items-center">
                  <input
                    type="checkbox"
                    className="size-4 accent-signal"
                    aria-label={`Choose the ${order.kind === 'listing' ? 'listing' : 'offer'} at ${formatUnits(order.price)} on ${order.name}`}
                    checked={chosen?.has(order.hash) ?? false}
                    onChange={({ target }) => onChoose([order.hash], target.checked)}
                  />
                </label>
              </Td>
            )}
            <Td className={`${cell} text-sm whitespace-nowrap max-lg:text-muted max-lg:[grid-area:kind]`}>
              {order.kind === 'listing' ? 'Listing' : 'Offer'} {!order.bound && <UnboundTag />}
            </Td>
            <Td className={`${cell} max-lg:[grid-area:name] lg:max-w-64`}>
              <span className="flex min-w-0 items-baseline gap-2">
                <span className="figures shrink-0 text-sm text-muted">#{order.positionId}</span>
                <Link
                  href={`/positions/${order.positionId}`}
                  prefetch={false}
                  className="truncate font-medium hover:text-signal-text"
                >
                  {order.name}
                </Link>
              </span>
            </Td>
            <Td className={`${cell} max-lg:[grid-area:bar]`}>
              {order.value ? (
                <ValueBar value={order.value} price={order.price} live={order.revival.kind === 'live'} />
              ) : (
                <span className="text-sm text-muted">not valued yet</span>
              )}
            </Td>
            <Td numeric className={`${cell} font-medium max-lg:[grid-area:price]`}>
              {formatUnits(order.price)}
              {order.kind === 'listing' && (
                <span className="block text-xs font-normal text-muted max-lg:hidden">
                  net {formatUnitsFull(order.price - order.fee)}
                </span>
              )}
            </Td>
            <Td numeric className={`${cell} max-lg:[grid-area:gap]`}>
              <Gap gap={order.value && valueGap(order.price, order.value.value)} />
            </Td>
            <Td className={`${cell} text-sm max-lg:[grid-area:state] lg:max-w-80`}>
              <State order={order} />
              {actionOf?.(order)}
            </Td>
            <Td className={`${cell} text-sm whitespace-nowrap text-muted max-lg:[grid-area:end]`}>
              <span className="lg:hidden">{order.endTime > now ? 'ends ' : 'ended '}</span>
              <Time at={order.endTime} now={now} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}

function State({ order: { standing, revival, cheaper, kind } }: { order: MyOrder }) {
  if (revival.kind === 'live')
    return cheaper === undefined ? (
      kind === 'listing' ? (
        'Shown to buyers.'
      ) : (
        'Shown to the owner.'
      )
    ) : (
      <>
        Valid, but buyers are shown the cheaper one at <span className="figures">{formatUnits(cheaper)}</span>
        .
      </>
    )
  if (revival.kind === 'dormant')
    return (
      <>
        {standingSentences[standing]} <span className="text-muted">{revival.when}</span>
      </>
    )
  return <span className="text-muted">{standingSentences[standing]}</span>
}
