'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { Button, Empty } from '@/components/ui'
import { useWallet } from '@/components/wallet/use-wallet'
import { walletStore } from '@/components/wallet/wallet-store'
import { shortHex } from '@/lib/core/format'

/**
 * Ties a page of one account to the wallet: a page that names nobody becomes that of the connected account, and one
 * that names somebody else says so. It carries no wallet code.
 */
export function AccountGate({
  path,
  shown,
  isNamed,
  what,
}: {
  /** address of the page without its account */
  path: string
  /** the account the page shows, in lower case */
  shown: string | undefined
  /** the URL names it, so that it stays whoever is connected */
  isNamed: boolean
  /** what there is to see: “What you own” */
  what: string
}) {
  const { account, phase } = useWallet()
  const router = useRouter()
  const connected = account?.toLowerCase()
  const isOther = connected !== undefined && connected !== shown
  useEffect(() => {
    if (isOther && !isNamed) router.replace(`${path}?account=${account}`, { scroll: false })
  }, [isOther, isNamed, path, account, router])

  if (shown === undefined)
    return (
      <Empty
        title={connected ? 'Reading your account…' : `${what} stands here once a wallet is connected`}
        action={
          !connected && (
            <Button variant="primary" pending={phase === 'starting'} onClick={walletStore.openConnect}>
              Connect your wallet
            </Button>
          )
        }
      >
        {!connected &&
          'Connecting shows your address and signs nothing. Any account can be read by its address.'}
      </Empty>
    )
  if (!isOther || !account || !isNamed) return null
  return (
    <p className="border-l-2 border-control py-1 pl-3 text-sm text-muted">
      This is not the connected account.{' '}
      <Link href={`${path}?account=${account}`} className="link text-ink">
        Show that of <span className="figures">{shortHex(account)}</span>
      </Link>
    </p>
  )
}
