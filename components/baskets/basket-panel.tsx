'use client'

import dynamic from 'next/dynamic'
import { Button } from '@/components/ui'
import { useWallet } from '@/components/wallet/use-wallet'
import { walletStore } from '@/components/wallet/wallet-store'
import { WithWallet } from '@/components/wallet/with-wallet'
import { formatCount, formatUnits } from '@/lib/core/format'
import { AtOnce } from './at-once'
import { type BasketPanelProps, MOST_AT_ONCE } from './basket-listing'
import { SharesCannotBeBought } from './shares-cannot-be-bought'

const ConnectedBasket = dynamic(() => import('./connected-basket').then((it) => it.ConnectedBasket), {
  ssr: false,
})

/** What can be done with a basket: bought in one transaction, with a wallet. What was just bought stays said. */
export function BasketPanel(props: BasketPanelProps) {
  const isMore = props.listings.length > MOST_AT_ONCE
  return (
    // with nothing to buy and nothing just bought there is no panel
    <aside
      aria-label="Purchase"
      className="min-w-0 border-t border-ink pt-2.5 xl:sticky xl:top-16 has-[>h2:only-child]:hidden"
      data-print="hide"
    >
      <h2 className="mb-3 text-base font-medium">
        {props.isReference
          ? 'To compare, not to buy'
          : isMore
            ? `Buy it, ${MOST_AT_ONCE} positions a transaction`
            : 'Buy it in one transaction'}
      </h2>
      <WithWallet otherwise={<Visitor {...props} />}>
        <ConnectedBasket {...props} />
      </WithWallet>
    </aside>
  )
}

function Visitor({ listings, isReference, search, isLocal }: BasketPanelProps) {
  const { phase } = useWallet()
  if (isReference) return <SharesCannotBeBought search={search} />
  if (listings.length === 0) return null
  const taken = listings.slice(0, MOST_AT_ONCE)
  const total = taken.reduce((sum, { price }) => sum + price, 0n)
  return (
    <div className="grid gap-3">
      <p>
        {formatCount(taken.length)} {taken.length === 1 ? 'position' : 'positions'} for{' '}
        <span className="figures font-medium">{formatUnits(total)}</span>, fees included.
      </p>
      <AtOnce count={listings.length} />
      <Button variant="primary" onClick={walletStore.openConnect} pending={phase === 'starting'}>
        Buy for {formatUnits(total)}
      </Button>
      <p className="text-sm text-muted">
        You will be asked to connect a wallet first.{' '}
        {isLocal && 'On this local chain a demo wallet with test dollars does.'}
      </p>
    </div>
  )
}
