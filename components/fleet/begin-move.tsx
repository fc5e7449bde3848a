'use client'

import { useState } from 'react'
import { Button, ErrorNote } from '@/components/ui'
import { moveDevice } from '@/lib/server/fleet/actions'
import { EndingOrders } from './ending-orders'
import { HardwareField } from './hardware-field'
import type { MoveToStart } from './move-to-start'
import { useBeginning } from './use-beginning'

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
  const [model, setModel] = useState(models[0]?.slug ?? '')
  const { begin, isAsking, isSignedIn, refused } = useBeginning(
    () => moveDevice({ positionId, network: network.slug, model }),
    onBegun,
  )

  if (lacksPlace)
    return (
      <p className="text-sm text-muted">
        {network.name} depends on where a device stands, and no place of this one is on record: it cannot be
        moved from here.
      </p>
    )
  return (
    <div className="grid gap-3">
      <HardwareField network={network} models={models} model={model} onChange={setModel} />
      <EndingOrders {...orders} />
      {refused && <ErrorNote error={refused}>Nothing has changed; the move can be begun again.</ErrorNote>}
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" size="sm" pending={isAsking} onClick={() => void begin()}>
          {isSignedIn ? 'Begin the move' : 'Sign in and begin the move'}
        </Button>
        <Button size="sm" onClick={onClose}>
          Not now
        </Button>
      </div>
    </div>
  )
}
