'use client'

import dynamic from 'next/dynamic'
import type { Address } from 'viem'
import { Button } from '@/components/ui'
import { useWallet } from '@/components/wallet/use-wallet'
import { walletStore } from '@/components/wallet/wallet-store'
import { WithWallet } from '@/components/wallet/with-wallet'

const ClaimAll = dynamic(() => import('./claim-all').then((it) => it.ClaimAll), { ssr: false })

type Props = { account: Address; claimable: bigint; head: number }

/** Where an account's rewards are claimed; free of wallet code until someone connects. */
export function ClaimPanel(props: Props) {
  return (
    <WithWallet otherwise={<Visitor />}>
      <ClaimAll {...props} />
    </WithWallet>
  )
}

function Visitor() {
  const { phase } = useWallet()
  return (
    <div className="grid content-start justify-items-start gap-2">
      <Button variant="primary" pending={phase === 'starting'} onClick={walletStore.openConnect}>
        Connect a wallet to claim
      </Button>
      <p className="text-sm text-muted">Anyone may send the claim; the money goes to the account shown.</p>
    </div>
  )
}
