'use client'

import dynamic from 'next/dynamic'
import { Button } from '@/components/ui'
import { useWallet } from '@/components/wallet/use-wallet'
import { walletStore } from '@/components/wallet/wallet-store'
import { WithWallet } from '@/components/wallet/with-wallet'
import { formatInstant, formatUnits } from '@/lib/core/format'
import type { PanelPosition } from './panel-position'

const ConnectedPanel = dynamic(() => import('./connected-panel').then((it) => it.ConnectedPanel), {
  ssr: false,
})

/** What can be done with a position: by its owner, by anyone else, and by who has no wallet here yet. */
export function ActionPanel({ position }: { position: PanelPosition }) {
  return (
    <WithWallet otherwise={<Visitor position={position} />}>
      <ConnectedPanel position={position} />
    </WithWallet>
  )
}

function Visitor({ position: { listing, isLocal } }: { position: PanelPosition }) {
  const { phase } = useWallet()
  return (
    <div className="grid gap-3">
      {listing ? (
        <p>
          For sale at <span className="figures font-medium">{formatUnits(listing.price)}</span>, fees
          included, until {formatInstant(listing.endTime)}.
        </p>
      ) : (
        <p>Not for sale now. Its owner can list it.</p>
      )}
      <Button
        variant={listing ? 'primary' : 'secondary'}
        onClick={walletStore.openConnect}
        pending={phase === 'starting'}
      >
        {listing ? `Buy for ${formatUnits(listing.price)}` : 'Connect as its owner'}
      </Button>
      <p className="text-sm text-muted">
        {listing && 'You will be asked to connect a wallet first. '}
        {isLocal && 'On this local chain a demo wallet with test dollars does.'}
      </p>
    </div>
  )
}
