'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button, ErrorNote } from '@/components/ui'
import { unreachable } from '@/components/wallet/unreachable'
import { useSignIn } from '@/components/wallet/use-sign-in'
import type { Failure } from '@/lib/core/errors'
import { formatCount } from '@/lib/core/format'
import { renewBatch } from '@/lib/server/registrations/batches/actions'

/** New challenges for rows whose old one expired unused. */
export function RenewBatch({ id, expired }: { id: string; expired: number }) {
  const router = useRouter()
  const session = useSignIn()
  const [isAsking, setAsking] = useState(false)
  const [failure, setFailure] = useState<Failure>()

  async function renew() {
    if (isAsking) return
    setFailure(undefined)
    setAsking(true)
    try {
      if (!session.isSignedIn && !(await session.signIn())) return
      const result = await renewBatch({ id }).catch(unreachable)
      if (result.ok) return router.refresh()
      if (result.error.details?.reason === 'signed_out') session.forget()
      setFailure(result.error)
    } finally {
      setAsking(false)
    }
  }

  return (
    <div className="grid justify-items-start gap-3">
      <p className="text-sm">
        {expired === 1 ? 'One challenge has' : `${formatCount(expired)} challenges have`} expired before being
        used. Nothing was minted for {expired === 1 ? 'it' : 'them'}.
      </p>
      {failure && <ErrorNote error={failure}>The file and what is done stand as they were.</ErrorNote>}
      <Button pending={isAsking} onClick={() => void renew()}>
        Make new challenges
      </Button>
    </div>
  )
}
