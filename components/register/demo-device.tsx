'use client'

import { useState } from 'react'
import { Button, ErrorNote, Tag } from '@/components/ui'
import type { RegistrationView } from './registration-view'

/** A key made in this browser answers the challenge. Its code is loaded when it is pressed. */
export function DemoDevice({
  view,
  onProven,
}: {
  view: RegistrationView
  onProven: (view: RegistrationView) => void
}) {
  const [isAsking, setAsking] = useState(false)
  const [trouble, setTrouble] = useState<string>()

  async function prove() {
    if (isAsking) return
    setAsking(true)
    setTrouble(undefined)
    try {
      const { proveDemoDevice } = await import('@/lib/chain/client/demo/prove-demo-device')
      const { domain, message } = view.typedData
      const proof = await proveDemoDevice(
        { chainId: domain.chainId, positions: domain.verifyingContract },
        message,
      )
      // the same server under this page's own origin, whatever name it goes by elsewhere
      const answer = await fetch(new URL(view.proofUrl).pathname, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(proof),
      })
      const body: unknown = await answer.json()
      if (answer.ok) onProven(body as RegistrationView)
      else setTrouble(detailOf(body))
    } catch {
      setTrouble('The demonstration device could not answer: this browser or the server did not let it.')
    } finally {
      setAsking(false)
    }
  }

  return (
    <div className="grid justify-items-start gap-3">
      <p>
        <Tag look="demonstration">demonstration</Tag> A P-256 key is made in this browser and signs the claim,
        as a device’s secure element would. It cannot be exported, and it is lost when this site’s data are
        cleared.
      </p>
      {trouble && <ErrorNote error={{ message: trouble }}>The challenge still stands; try again.</ErrorNote>}
      <Button variant="primary" pending={isAsking} onClick={() => void prove()}>
        Use a demonstration device
      </Button>
    </div>
  )
}

function detailOf(body: unknown): string {
  return typeof body === 'object' && body !== null && 'detail' in body && typeof body.detail === 'string'
    ? body.detail
    : 'The server refused the proof.'
}
