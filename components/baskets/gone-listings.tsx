'use client'

import { Button } from '@/components/ui'
import { formatCount } from '@/lib/core/format'
import type { BasketListing } from './basket-listing'
import type { PreparedPurchase } from './use-basket-purchase'

type Gone = PreparedPurchase['gone']

/** Listings of this basket that went while the page was open. */
export function GoneListings({
  gone,
  listings,
  hasChanged,
  onAgain,
}: {
  gone: Gone
  listings: readonly BasketListing[]
  /** one went between what was shown and the press */
  hasChanged: boolean
  onAgain: () => void
}) {
  if (gone.length === 0) return null
  return (
    <div role="status" className="border-l-2 border-signal bg-signal-wash px-4 py-3 text-sm">
      <p>
        {formatCount(gone.length)} of the basket {gone.length === 1 ? 'is' : 'are'} not to be had any more,
        and would not be paid for:
      </p>
      <GoneList gone={gone} listings={listings} />
      {hasChanged && (
        <p className="mb-1">Your wallet was not asked. Buy what is left, or choose a new basket.</p>
      )}
      <Button size="sm" onClick={onAgain}>
        Choose again
      </Button>
    </div>
  )
}

/** Which, and why. */
export function GoneList({ gone, listings }: { gone: Gone; listings: readonly BasketListing[] }) {
  const nameOf = new Map(listings.map(({ hash, name }) => [hash, name]))
  return (
    <ul className="my-1 list-disc pl-5">
      {gone.map(({ hash, positionId, error }) => (
        <li key={hash} className="break-words">
          {nameOf.get(hash)} #{positionId}: {error.message}
        </li>
      ))}
    </ul>
  )
}
