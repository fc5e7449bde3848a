'use client'

import Link from 'next/link'
import { useCallback, useState } from 'react'
import type { Address } from 'viem'
import { OwnerOffers } from '@/components/offers/owner-offers'
import type { Sale } from '@/components/offers/sold'
import type { PanelPosition } from '@/components/position/panel-position'
import { Button } from '@/components/ui'
import { useDraft } from '@/components/ui/use-draft'
import { formatUnits } from '@/lib/core/format'
import { listHref } from '@/lib/market/list-query'
import { CancelOrder } from './cancel-order'
import { ChangePrice } from './change-price'
import { ListForm } from './list-form'
import { noReprice, readReprice } from './reprice'

/** What an owner can do: take an offer, list, change the price, or take a listing back. */
export function OwnerPanel({
  position,
  account,
  isReading,
  onListed,
  onSold,
}: {
  position: PanelPosition
  account: Address
  /** the record has not read the approval of the newest listing yet */
  isReading: boolean
  onListed: (block: number | undefined) => void
  onSold: (sale: Sale) => void
}) {
  const own = position.orders.filter(
    (order) =>
      order.kind === 'listing' &&
      order.offerer.toLowerCase() === account.toLowerCase() &&
      order.revival.kind !== 'over',
  )
  const standing = own.filter((order) => order.standing === 'open' || order.standing === 'not_approved')
  const dormant = own.filter((order) => !standing.includes(order))
  const open = standing.filter((order) => order.standing === 'open')
  const [wantsMore, setWantsMore] = useState(false)
  const [reprice, changeReprice, forgetReprice] = useDraft(
    `reprice.${position.id}.${account.toLowerCase()}`,
    noReprice,
    readReprice,
  )
  const closeReprice = useCallback(() => {
    changeReprice(noReprice)
    forgetReprice()
  }, [changeReprice, forgetReprice])
  const finishReprice = useCallback(
    (approvedIn: number | undefined) => {
      closeReprice()
      onListed(approvedIn)
    },
    [closeReprice, onListed],
  )
  const isListed = standing.length > 0
  const isRepricing = reprice.hash !== ''

  return (
    <div className="grid gap-4">
      <p>You own this position{isListed ? ' and have listed it.' : '.'}</p>
      {open.length > 1 && position.listing && (
        <p className="border-l-2 border-signal bg-signal-wash px-4 py-2 text-sm">
          {open.length} of your listings can be filled. Buyers are shown the cheapest, at{' '}
          <span className="figures">{formatUnits(position.listing.price)}</span>; each stays valid until you
          cancel it or it ends.
        </p>
      )}
      {standing.map((order) => (
        <CancelOrder
          key={order.hash}
          order={order}
          account={account}
          head={position.head}
          isReading={isReading}
          reprice={
            isRepricing
              ? undefined
              : () => changeReprice({ ...noReprice, hash: order.hash, from: order.price.toString() })
          }
        />
      ))}
      {isRepricing && (
        <ChangePrice
          position={position}
          account={account}
          reprice={reprice}
          change={changeReprice}
          onDone={finishReprice}
          onClose={closeReprice}
        />
      )}
      {!isRepricing &&
        (isListed && !wantsMore ? (
          <Button variant="quiet" size="sm" className="justify-self-start" onClick={() => setWantsMore(true)}>
            List at another price
          </Button>
        ) : (
          <ListForm position={position} account={account} standing={standing} onListed={onListed} />
        ))}
      <p className="flex gap-4 text-sm">
        <Link href={listHref({ owner: position.owner })} prefetch={false} className="link">
          List many at once
        </Link>
        <Link href={listHref({ owner: position.owner }, '/list/orders')} prefetch={false} className="link">
          All I have signed
        </Link>
      </p>
      <OwnerOffers position={position} account={account} onSold={onSold} />
      {dormant.length > 0 && (
        <details className="border-t border-rule pt-3">
          <summary className="cursor-pointer text-sm">
            {dormant.length === 1 ? 'A listing of yours' : `${dormant.length} listings of yours`} could come
            back
          </summary>
          <div className="mt-2 grid gap-3">
            {dormant.map((order) => (
              <CancelOrder
                key={order.hash}
                order={order}
                account={account}
                head={position.head}
                isReading={isReading}
              />
            ))}
          </div>
        </details>
      )}
    </div>
  )
}
