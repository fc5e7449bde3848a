'use client'

import Link from 'next/link'
import { useCallback, useState } from 'react'
import type { Address } from 'viem'
import { CancelOrder } from '@/components/list/cancel-order'
import type { PanelPosition } from '@/components/position/panel-position'
import { Button } from '@/components/ui'
import { listHref } from '@/lib/market/list-query'
import { OfferForm } from './offer-form'

/** What someone who does not own a position can offer for it, and the offers they have made. */
export function BidderPanel({
  position,
  account,
  isReading,
  onOffered,
}: {
  position: PanelPosition
  account: Address
  /** the record has not read the allowance of the newest offer yet */
  isReading: boolean
  onOffered: (block: number | undefined) => void
}) {
  const own = position.orders.filter(
    ({ kind, offerer, revival }) =>
      kind === 'item_offer' && offerer.toLowerCase() === account.toLowerCase() && revival.kind !== 'over',
  )
  const [wantsForm, setWantsForm] = useState(false)
  const close = useCallback(
    (block: number | undefined) => {
      setWantsForm(false)
      onOffered(block)
    },
    [onOffered],
  )
  const isOpen = wantsForm || (own.length === 0 && !position.listing)
  return (
    <section aria-label="Your offer" className="grid gap-4 border-t border-rule pt-3">
      {own.map((order) => (
        <CancelOrder
          key={order.hash}
          order={order}
          account={account}
          head={position.head}
          isReading={isReading}
        />
      ))}
      {isOpen ? (
        <OfferForm position={position} account={account} onOffered={close} />
      ) : (
        <Button className="justify-self-start" onClick={() => setWantsForm(true)}>
          {own.length > 0 ? 'Make another offer' : 'Make an offer instead'}
        </Button>
      )}
      {own.length > 0 && (
        <Link
          href={listHref({ owner: account.toLowerCase() as Address }, '/list/orders')}
          prefetch={false}
          className="link justify-self-start text-sm"
        >
          All I have signed
        </Link>
      )}
    </section>
  )
}
