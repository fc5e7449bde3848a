'use client'

import dynamic from 'next/dynamic'
import { type ReactNode, useEffect } from 'react'
import { Skeleton } from '@/components/ui'
import { useWallet } from './use-wallet'
import { walletStore } from './wallet-store'

const WalletScope = dynamic(() => import('./wallet-scope').then((it) => it.WalletScope), { ssr: false })

/**
 * What needs a wallet, once there is one; before that, what asks for it. Give it children that are loaded lazily
 * (`next/dynamic`), so that the page stays free of wallet code.
 */
export function WithWallet({ otherwise, children }: { otherwise: ReactNode; children: ReactNode }) {
  const { account, runtime } = useWallet()
  useEffect(() => walletStore.resume(), [])
  if (!account) return otherwise
  if (!runtime)
    return (
      <div role="status" aria-label="Waiting for the wallet">
        <Skeleton className="h-9 w-40" />
      </div>
    )
  return <WalletScope runtime={runtime}>{children}</WalletScope>
}
