'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useConnection, useSignMessage } from 'wagmi'
import { isRefusal, walletErrorSentence } from '@/lib/chain/client/wallet-errors'
import type { Failure } from '@/lib/core/errors'
import {
  signOut as closeSession,
  createNonce,
  currentSession,
  signIn as openSession,
} from '@/lib/server/session/actions'
import { unreachable } from './unreachable'

const key = ['session']

/**
 * Sign-In with Ethereum for the connected account. A session of another account counts as signed out: what a page
 * then does must be done by who is connected.
 */
export function useSignIn() {
  const { address } = useConnection()
  const queries = useQueryClient()
  const router = useRouter()
  const { mutateAsync: signMessage } = useSignMessage()
  const [isAsking, setAsking] = useState(false)
  const [error, setError] = useState<Failure>()
  const { data: session, isPending } = useQuery({
    queryKey: key,
    queryFn: async () => {
      const result = await currentSession().catch(unreachable)
      return result.ok ? result.value : null
    },
    staleTime: 60_000,
  })
  const isSignedIn = Boolean(address && session?.address === address.toLowerCase())

  /** @returns whether the account is signed in afterwards */
  async function signIn(): Promise<boolean> {
    if (!address || isAsking) return false
    setAsking(true)
    setError(undefined)
    try {
      const nonce = await createNonce({ address }).catch(unreachable)
      if (!nonce.ok) return refuse(nonce.error)
      const { message } = nonce.value
      const signature = await signMessage({ message })
      const opened = await openSession({ message, signature }).catch(unreachable)
      if (!opened.ok) return refuse(opened.error)
      queries.setQueryData(key, opened.value)
      router.refresh()
      return true
    } catch (cause) {
      return refuse({
        name: isRefusal(cause) ? 'RefusedError' : 'WalletError',
        message: isRefusal(cause) ? 'You declined to sign in.' : walletErrorSentence(cause),
        retryable: true,
      })
    } finally {
      setAsking(false)
    }
  }

  function refuse(failure: Failure): false {
    setError(failure)
    return false
  }

  async function signOut() {
    await closeSession().catch(unreachable)
    queries.setQueryData(key, null)
    router.refresh()
  }

  /** Call when an action answered that the session has ended, so that the page asks again. */
  const forget = () => queries.setQueryData(key, null)

  return { isSignedIn, isKnown: !isPending, signIn, signOut, forget, isAsking, error }
}
