'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useConnection } from 'wagmi'
import { Button, ErrorNote } from '@/components/ui'
import { unreachable } from '@/components/wallet/unreachable'
import { useSignIn } from '@/components/wallet/use-sign-in'
import type { Failure } from '@/lib/core/errors'
import { shortHex } from '@/lib/core/format'
import { createBatch } from '@/lib/server/registrations/batches/actions'
import type { FileDraft } from './file-draft'
import { placesToCells } from './places-to-cells'

/** Signs in if need be, hands in the file, and goes on to its page. */
export function SubmitBatch({
  draft,
  onFailure,
  onTaken,
}: {
  draft: FileDraft
  onFailure: (failure: Failure | undefined) => void
  onTaken: () => void
}) {
  const router = useRouter()
  const { address } = useConnection()
  const session = useSignIn()
  const [isAsking, setAsking] = useState(false)

  async function submit() {
    if (isAsking) return
    onFailure(undefined)
    setAsking(true)
    try {
      if (!session.isSignedIn && !(await session.signIn())) return
      const { name } = draft
      const text = await placesToCells(draft.text)
      const result = await createBatch({ ...(name && { name }), text }).catch(unreachable)
      if (result.ok) {
        onTaken()
        return router.push(`/register/many/${result.value.id}`)
      }
      if (result.error.details?.reason === 'signed_out') session.forget()
      onFailure(result.error)
    } finally {
      setAsking(false)
    }
  }

  return (
    <div className="grid gap-3">
      {session.error && <ErrorNote error={session.error}>What you have given is kept.</ErrorNote>}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button variant="primary" pending={isAsking} onClick={() => void submit()}>
          {session.isSignedIn ? 'Check the rows' : 'Sign in and check the rows'}
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
