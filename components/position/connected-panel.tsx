'use client'

import { useState } from 'react'
import { useConnection } from 'wagmi'
import { Bought, type Purchase } from '@/components/buy/bought'
import { BuyPanel } from '@/components/buy/buy-panel'
import { OwnerPanel } from '@/components/list/owner-panel'
import { BidderPanel } from '@/components/offers/bidder-panel'
import { type Sale, Sold } from '@/components/offers/sold'
import { WrongChain } from '@/components/wallet/wrong-chain'
import type { PanelPosition } from './panel-position'
import { useReadUntil } from './use-read-until'

/** The panel of a connected account. What it has just bought or sold stays said after the position has changed hands. */
export function ConnectedPanel({ position }: { position: PanelPosition }) {
  const { address } = useConnection()
  const [purchase, setPurchase] = useState<Purchase>()
  const [sale, setSale] = useState<Sale>()
  // kept here, so that the page is read on when the wallet is switched right after listing or offering
  const [approvedAt, setApprovedAt] = useState<number>()
  const isReading = useReadUntil(approvedAt, position.head)
  if (!address) return null
  const isOwner = address.toLowerCase() === position.owner.toLowerCase()
  return (
    <div className="grid gap-4">
      <WrongChain className="border-l-2 border-signal bg-signal-wash px-4 py-3" />
      {purchase && <Bought purchase={purchase} position={position} />}
      {sale && <Sold sale={sale} head={position.head} />}
      {isOwner && !(sale && position.head < sale.block) && (
        <OwnerPanel
          position={position}
          account={address}
          isReading={isReading}
          onListed={setApprovedAt}
          onSold={setSale}
        />
      )}
      {!isOwner && !purchase && (
        <>
          {position.listing ? (
            <BuyPanel
              key={`${position.listing.hash}${address}`}
              position={position}
              listing={position.listing}
              account={address}
              onBought={setPurchase}
            />
          ) : (
            <p>Not for sale now. Its owner can list it.</p>
          )}
          {!sale && (
            <BidderPanel
              key={address}
              position={position}
              account={address}
              isReading={isReading}
              onOffered={setApprovedAt}
            />
          )}
        </>
      )}
    </div>
  )
}
