'use client'

import dynamic from 'next/dynamic'
import { Button, Empty, SkeletonRows } from '@/components/ui'
import { useWallet } from '@/components/wallet/use-wallet'
import { walletStore } from '@/components/wallet/wallet-store'
import { WithWallet } from '@/components/wallet/with-wallet'
import type { ListablePage } from '@/lib/market/listable'

const loading = () => <SkeletonRows rows={8} rowHeight={3.5} />
const ManyList = dynamic(() => import('./many/many-list').then((it) => it.ManyList), { ssr: false, loading })
const OwnAddress = dynamic(() => import('./own-address').then((it) => it.OwnAddress), { ssr: false, loading })

/** Many positions to list, once their owner is connected. */
export function ListPage({ page }: { page: ListablePage }) {
  return (
    <WithWallet otherwise={<AskToConnect what="list your positions" />}>
      <ManyList page={page} />
    </WithWallet>
  )
}

/** Leads a connected account to the address of its own page; asks everyone else to connect. */
export function OwnPage({ path, what }: { path: '/list' | '/list/orders'; what: string }) {
  return (
    <WithWallet otherwise={<AskToConnect what={what} />}>
      <OwnAddress path={path} />
    </WithWallet>
  )
}

export function AskToConnect({ what }: { what: string }) {
  const { phase } = useWallet()
  return (
    <Empty
      title={`Connect a wallet to ${what}`}
      action={
        <Button variant="primary" pending={phase === 'starting'} onClick={walletStore.openConnect}>
          Connect a wallet
        </Button>
      }
    >
      Nothing is asked of it before you press a button that says so.
    </Empty>
  )
}
