'use client'

import { useWallet } from '@/components/wallet/use-wallet'
import { NavLink } from './nav-link'

/** The part of the navigation that is about one’s own: once a wallet is connected, or a person is signed in. */
export function WalletLinks({ signedIn }: { signedIn: boolean }) {
  const { account } = useWallet()
  if (!account && !signedIn) return null
  return (
    <>
      <NavLink href="/operate">Operate</NavLink>
      <NavLink href="/portfolio">Portfolio</NavLink>
    </>
  )
}
