'use client'

import { Button, ErrorNote } from '@/components/ui'
import { useSignIn } from '@/components/wallet/use-sign-in'

/** Signs the connected account in. */
export function SignIn() {
  const { signIn, isAsking, error } = useSignIn()
  return (
    <div className="grid justify-items-center gap-3">
      <Button variant="primary" pending={isAsking} onClick={() => void signIn()}>
        Sign in
      </Button>
      {error && <ErrorNote error={error}>You are as you were: connected, not signed in.</ErrorNote>}
    </div>
  )
}
