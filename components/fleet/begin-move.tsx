'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button, ErrorNote, Field, Select } from '@/components/ui'
import { unreachable } from '@/components/wallet/unreachable'
import { useSignIn } from '@/components/wallet/use-sign-in'
import type { Failure } from '@/lib/core/errors'
import { moveDevice } from '@/lib/server/fleet/actions'
import { EndingOrders } from './ending-orders'
import type { MoveToStart } from './move-to-start'

/** What is to be known and chosen before a move: the hardware model there, and the orders that end. */
export function BeginMove({
  positionId,
  network,
  models,
  orders,
  lacksPlace,
  onClose,
  onBegun,
}: MoveToStart & { onClose: () => void; onBegun: () => void }) {
  const router = useRouter()
  const session = useSignIn()
  const [model, setModel] = useState(models[0]?.slug ?? '')
  const [isAsking, setAsking] = useState(false)
  const [failure, setFailure] = useState<Failure>()

  async function begin() {
    if (isAsking) return
    setFailure(undefined)
    setAsking(true)
    try {
      if (!session.isSignedIn && !(await session.signIn())) return
      const result = await moveDevice({ positionId, network: network.slug, model }).catch(unreachable)
      if (result.ok) {
        onBegun()
        return router.refresh()
      }
      if (result.error.details?.reason === 'signed_out') session.forget()
      setFailure(result.error)
    } finally {
      setAsking(false)
    }
  }

  const refused = session.error ?? failure
  if (lacksPlace)
    return (
      <p className="text-sm text-muted">
        {network.name} depends on where a device stands, and no place of this one is on record: it cannot be
        moved from here.
      </p>
    )
  return (
    <div className="grid gap-3">
      {models.length > 1 && (
        <Field label={`As which hardware of ${network.name}`}>
          {(control) => (
            <Select {...control} value={model} onChange={({ target }) => setModel(target.value)}>
              {models.map(({ slug, name }) => (
                <option key={slug} value={slug}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      <EndingOrders {...orders} />
      {refused && <ErrorNote error={refused}>Nothing has changed; the move can be begun again.</ErrorNote>}
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" size="sm" pending={isAsking} onClick={() => void begin()}>
          {session.isSignedIn ? 'Begin the move' : 'Sign in and begin the move'}
        </Button>
        <Button size="sm" onClick={onClose}>
          Not now
        </Button>
      </div>
    </div>
  )
}
