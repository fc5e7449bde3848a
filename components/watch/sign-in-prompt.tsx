'use client'

import dynamic from 'next/dynamic'
import { Button, Empty } from '@/components/ui'
import { useWallet } from '@/components/wallet/use-wallet'
import { walletStore } from '@/components/wallet/wallet-store'
import { WithWallet } from '@/components/wallet/with-wallet'

const SignIn = dynamic(() => import('./sign-in').then((it) => it.SignIn), { ssr: false })

/** Asks a visitor to connect and sign in, so that they can be told. */
export function SignInPrompt() {
  return (
    <Empty
      title="Sign in to be told"
      action={
        <WithWallet otherwise={<Connect />}>
          <SignIn />
        </WithWallet>
      }
    >
      With a signature of your wallet, which costs nothing, alerts are kept by your address: in the page, and
      by webhook. Without it this browser alone keeps what you watch.
    </Empty>
  )
}

function Connect() {
  const { phase } = useWallet()
  return (
    <Button variant="primary" pending={phase === 'starting'} onClick={walletStore.openConnect}>
      Connect your wallet
    </Button>
  )
}
