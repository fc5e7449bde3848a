'use client'

import type { ReactNode } from 'react'
import { useConnection } from 'wagmi'
import { Button } from '@/components/ui'
import type { useSignIn } from '@/components/wallet/use-sign-in'
import { shortHex } from '@/lib/core/format'

/** A button that signs in first where that is needed, beside the account that will own, with what the wallet will show. */
export function SignInAnd({
  session,
  does,
  pending,
  onPress,
  error,
}: {
  session: ReturnType<typeof useSignIn>
  /** what it does, as a sentence begins: “Check the rows” */
  does: string
  pending: boolean
  onPress: () => void
  error: ReactNode
}) {
  const { address } = useConnection()
  return (
    <div className="grid gap-3">
      {error}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button variant="primary" pending={pending} onClick={onPress}>
          {session.isSignedIn ? does : `Sign in and ${does.charAt(0).toLowerCase()}${does.slice(1)}`}
        </Button>
        {address && (
          <span className="text-sm text-muted">
            Owner: <span className="figures">{shortHex(address)}</span>
          </span>
        )}
      </div>
      {!session.isSignedIn && session.isKnown && (
        <p className="text-sm text-muted">
          Your wallet will show a message that begins “Sign in to Hotswap”. Signing it proves the account is
          yours; it moves nothing and costs nothing.
        </p>
      )}
    </div>
  )
}
