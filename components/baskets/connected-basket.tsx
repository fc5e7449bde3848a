'use client'

import { useState } from 'react'
import { useConnection } from 'wagmi'
import { WrongChain } from '@/components/wallet/wrong-chain'
import type { BasketPanelProps } from './basket-listing'
import { BasketOffer } from './basket-offer'
import { type BasketBought, BoughtBasket } from './bought-basket'
import { SharesCannotBeBought } from './shares-cannot-be-bought'

/** The panel of a connected account: the purchase, and what has come of the last one. */
export function ConnectedBasket({ listings, isReference, search, head, isLocal }: BasketPanelProps) {
  const { address } = useConnection()
  const [bought, setBought] = useState<BasketBought>()
  if (!address) return null
  const hasNothing = isReference || listings.length === 0
  if (hasNothing && !bought) return isReference ? <SharesCannotBeBought search={search} /> : null
  // until the record has read the purchase, the page still shows what was just bought
  const isOvertaken = bought !== undefined && head < bought.block
  return (
    <div className="grid gap-4">
      <WrongChain className="border-l-2 border-signal bg-signal-wash px-4 py-3" />
      {bought && <BoughtBasket bought={bought} head={head} />}
      {!isOvertaken && !hasNothing && (
        <BasketOffer
          key={address}
          account={address}
          listings={listings}
          isLocal={isLocal}
          isAfter={bought !== undefined}
          onBought={setBought}
        />
      )}
    </div>
  )
}
