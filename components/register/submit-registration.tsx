'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ErrorNote } from '@/components/ui'
import { unreachable } from '@/components/wallet/unreachable'
import { useSignIn } from '@/components/wallet/use-sign-in'
import type { Failure } from '@/lib/core/errors'
import { createChallenge } from '@/lib/server/registrations/actions'
import { cellOf } from './cell-of'
import type { NetworkOption } from './network-field'
import type { Place } from './place-of'
import type { RegisterDraft } from './register-draft'
import { SignInAnd } from './sign-in-and'
import { missingIn, toInput } from './to-input'

/** Signs in if need be, asks for the challenge, and goes on to the proof. */
export function SubmitRegistration({
  draft,
  network,
  place,
  failure,
  onFailure,
  onCreated,
}: {
  draft: RegisterDraft
  network: NetworkOption | undefined
  place: Place | undefined
  failure: Failure | undefined
  onFailure: (failure: Failure | undefined) => void
  onCreated: () => void
}) {
  const router = useRouter()
  const session = useSignIn()
  const [isAsking, setAsking] = useState(false)

  async function submit() {
    if (isAsking) return
    const fields = missingIn(draft, network, place)
    const count = Object.keys(fields).length
    if (count > 0)
      return onFailure({
        name: 'InvalidInputError',
        message: count === 1 ? 'One thing is missing above.' : `${count} things are missing above.`,
        retryable: false,
        fields,
      })
    onFailure(undefined)
    setAsking(true)
    try {
      if (!session.isSignedIn && !(await session.signIn())) return
      const cell = place ? await cellOf(place) : null
      const result = await createChallenge(toInput(draft, cell)).catch(unreachable)
      if (result.ok) {
        onCreated()
        return router.push(`/register?registration=${result.value.id}&device=${draft.device}`)
      }
      if (result.error.details?.reason === 'signed_out') session.forget()
      onFailure(result.error)
    } finally {
      setAsking(false)
    }
  }

  const refused = session.error ?? failure
  return (
    <SignInAnd
      session={session}
      does="Make the challenge"
      pending={isAsking}
      onPress={() => void submit()}
      error={refused && <ErrorNote error={refused}>What you have written is kept.</ErrorNote>}
    />
  )
}
