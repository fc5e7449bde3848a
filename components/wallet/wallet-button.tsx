'use client'

import dynamic from 'next/dynamic'
import { useEffect } from 'react'
import { Button } from '@/components/ui/button'
import { shortHex } from '@/lib/core/format'
import { useWallet } from './use-wallet'
import { walletStore } from './wallet-store'

const ConnectDialog = dynamic(() => import('./connect-dialog').then((it) => it.ConnectDialog), { ssr: false })
const AccountMenu = dynamic(() => import('./account-menu').then((it) => it.AccountMenu), {
  ssr: false,
  loading: () => <Waiting />,
})

/** Connect, or who is connected. Once a page, in its header; it carries no wallet code until someone connects. */
export function WalletButton() {
  const wallet = useWallet()
  useEffect(() => walletStore.resume(), [])
  const { account, runtime } = wallet

  return (
    <>
      {account && runtime ? (
        <AccountMenu runtime={runtime} account={account} />
      ) : account ? (
        <Waiting account={account} />
      ) : (
        <Button size="sm" onClick={walletStore.openConnect} pending={wallet.phase === 'starting'}>
          Connect wallet
        </Button>
      )}
      {wallet.isConnectOpen && <ConnectDialog wallet={wallet} />}
    </>
  )
}

/** The place of the account menu while its code is on the way. */
function Waiting({ account }: { account?: string }) {
  return (
    <Button size="sm" pending className="figures min-w-32">
      {account ? shortHex(account) : 'Wallet'}
    </Button>
  )
}
