'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { unreachable } from '@/components/wallet/unreachable'
import { useSignIn } from '@/components/wallet/use-sign-in'
import type { Failure } from '@/lib/core/errors'
import type { Result } from '@/lib/core/result'

/** Asks for moves to be begun, signed in first where need be; the page is read anew once they are. */
export function useBeginning<value>(ask: () => Promise<Result<value>>, onBegun: (value: value) => void) {
  const router = useRouter()
  const session = useSignIn()
  const [isAsking, setAsking] = useState(false)
  const [failure, setFailure] = useState<Failure>()

  async function begin() {
    if (isAsking) return
    setFailure(undefined)
    setAsking(true)
    try {
      if (!session.isSignedIn && !(await session.signIn())) return
      const result = await ask().catch(unreachable)
      if (result.ok) {
        onBegun(result.value)
        return router.refresh()
      }
      if (result.error.details?.reason === 'signed_out') session.forget()
      setFailure(result.error)
    } finally {
      setAsking(false)
    }
  }

  return { begin, isAsking, isSignedIn: session.isSignedIn, refused: session.error ?? failure }
}
