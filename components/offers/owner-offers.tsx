'use client'

import { useState } from 'react'
import type { Address } from 'viem'
import type { PanelPosition } from '@/components/position/panel-position'
import { Button, Tag } from '@/components/ui'
import { Gap, ValueBar } from '@/components/value-bar'
import { formatMinute, formatUnits, formatUnitsFull, shortHex } from '@/lib/core/format'
import { standingSentences } from '@/lib/market/order-standing'
import type { PositionOrder } from '@/lib/market/position-page'
import { valueGap } from '@/lib/market/price-figures'
import { AcceptOffer } from './accept-offer'
import { rankOffers } from './rank-offers'
import type { Sale } from './sold'

/** The offers on one's own position, by what they bring, each accepted in one step; those that cannot be, and why. */
export function OwnerOffers({
  position,
  account,
  onSold,
}: {
  position: PanelPosition
  account: Address
  onSold: (sale: Sale) => void
}) {
  const { acceptable, others } = rankOffers(position.orders, account)
  const [chosen, setChosen] = useState<string>()
  if (acceptable.length + others.length === 0) return null
  return (
    <section aria-label="Offers to you" className="grid gap-2 border-t border-rule pt-3">
      <h3 className="flex items-baseline justify-between text-sm">
        <span className="font-medium">Offers to you</span>
        <span className="text-muted">by what you receive</span>
      </h3>
      {acceptable.length > 0 ? (
        <ol className="grid">
          {acceptable.map((offer, index) => (
            <li
              key={offer.hash}
              data-offer={offer.hash}
              className="grid gap-1 border-t border-rule py-2 first:border-t-0"
            >
              <div className="grid grid-cols-[1.25rem_minmax(0,1fr)_auto] items-start gap-x-1">
                <span className="figures pt-0.5 text-sm text-muted">{index + 1}</span>
                <span>
                  <span className="figures font-medium">{formatUnitsFull(offer.price - offer.fee)}</span>{' '}
                  {!offer.bound && <Tag look="warning">unbound</Tag>}
                  <span className="block text-sm text-muted">
                    of <span className="figures">{formatUnits(offer.price)}</span> from{' '}
                    <span className="figures" title={offer.offerer}>
                      {shortHex(offer.offerer)}
                    </span>
                  </span>
                </span>
                {chosen !== offer.hash && (
                  <Button
                    size="sm"
                    variant={index === 0 ? 'primary' : 'secondary'}
                    aria-label={`Accept ${formatUnits(offer.price)}`}
                    onClick={() => setChosen(offer.hash)}
                  >
                    Accept
                  </Button>
                )}
              </div>
              <OfferValue position={position} offer={offer} />
              <p className="text-sm text-muted">until {formatMinute(offer.endTime)}</p>
              {chosen === offer.hash && (
                <AcceptOffer
                  positionId={position.id}
                  offer={offer}
                  account={account}
                  onSold={onSold}
                  onClose={() => setChosen(undefined)}
                />
              )}
            </li>
          ))}
        </ol>
      ) : (
        <p className="text-sm text-muted">None that can be accepted now.</p>
      )}
      {others.length > 0 && <Others offers={others} />}
    </section>
  )
}

function OfferValue({ position: { value }, offer }: { position: PanelPosition; offer: PositionOrder }) {
  if (!value) return null
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-3 text-sm">
      <ValueBar value={value} price={offer.price} />
      <Gap gap={valueGap(offer.price, value.value)} />
    </div>
  )
}

function Others({ offers }: { offers: readonly PositionOrder[] }) {
  return (
    <details className="text-sm text-muted">
      <summary className="cursor-pointer">
        {offers.length === 1
          ? 'One that cannot be accepted now'
          : `${offers.length} that cannot be accepted now`}
      </summary>
      <ul className="mt-2 grid gap-1.5">
        {offers.map((offer) => (
          <li key={offer.hash} className="grid grid-cols-[5.5rem_1fr] gap-2">
            <span className="figures">{formatUnits(offer.price)}</span>
            {standingSentences[offer.standing]}
          </li>
        ))}
      </ul>
    </details>
  )
}
