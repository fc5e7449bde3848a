'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ErrorNote } from '@/components/ui'
import { unreachable } from '@/components/wallet/unreachable'
import { useSignIn } from '@/components/wallet/use-sign-in'
import type { Failure } from '@/lib/core/errors'
import { createBatch } from '@/lib/server/registrations/batches/actions'
import { SignInAnd } from '../sign-in-and'
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
    <SignInAnd
      session={session}
      does="Check the rows"
      pending={isAsking}
      onPress={() => void submit()}
      error={session.error && <ErrorNote error={session.error}>What you have given is kept.</ErrorNote>}
    />
  )
}
