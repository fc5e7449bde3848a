'use client'

import { useState } from 'react'
import { Button, ErrorNote, Field, Input } from '@/components/ui'
import { formatCount } from '@/lib/core/format'
import { moveDevices } from '@/lib/server/fleet/actions'
import { EndingOrders } from './ending-orders'
import { HardwareField } from './hardware-field'
import type { ManyToStart } from './move-to-start'
import { useBeginning } from './use-beginning'

/** How many of a way's moves are begun, the best first, as which hardware there, and which orders end with them. */
export function BeginMany({
  network,
  models,
  moves,
  devices,
  onClose,
}: ManyToStart & { onClose: () => void }) {
  const [model, setModel] = useState(models[0]?.slug ?? '')
  const [typed, setTyped] = useState(String(moves.length))
  const [outcome, setOutcome] = useState<{
    begun: number
    refused: { positionId: number; message: string }[]
  }>()
  const count = /^\d+$/.test(typed) ? Number(typed) : 0
  const isGood = count >= 1 && count <= moves.length
  const chosen = moves.slice(0, isGood ? count : 0)

  const { begin, isAsking, isSignedIn, refused } = useBeginning(
    () =>
      moveDevices({
        moves: chosen.map(({ positionId }) => ({ positionId, network: network.slug, model })),
      }),
    ({ begun, refused }) => setOutcome({ begun: begun.length, refused }),
  )

  if (outcome && outcome.refused.length === 0)
    return (
      <p role="status" className="text-sm">
        {formatCount(outcome.begun)} moves are begun:{' '}
        <a href="#under-way" className="link">
          go on with them
        </a>
        .
      </p>
    )
  return (
    <div className="grid gap-3">
      <Field
        label={`How many of ${formatCount(devices)}`}
        hint={`Those that gain most, at most ${formatCount(moves.length)} at once`}
        error={isGood ? undefined : `A whole number from 1 to ${formatCount(moves.length)}.`}
      >
        {(control) => (
          <Input
            {...control}
            inputMode="numeric"
            className="w-28"
            value={typed}
            onChange={({ target }) => setTyped(target.value.trim())}
          />
        )}
      </Field>
      <HardwareField network={network} models={models} model={model} onChange={setModel} />
      <EndingOrders
        listings={chosen.reduce((sum, { orders }) => sum + orders.listings, 0)}
        offers={chosen.reduce((sum, { orders }) => sum + orders.offers, 0)}
        positions={chosen.length}
      />
      {refused && <ErrorNote error={refused}>Nothing has changed; the moves can be begun again.</ErrorNote>}
      {outcome && outcome.refused.length > 0 && (
        <ErrorNote
          error={{
            message: `${formatCount(outcome.refused.length)} of ${formatCount(outcome.refused.length + outcome.begun)} moves were not begun.`,
          }}
        >
          Position {outcome.refused[0]!.positionId}: {outcome.refused[0]!.message} The others are under way
          above.
        </ErrorNote>
      )}
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          size="sm"
          pending={isAsking}
          disabled={!isGood}
          onClick={() => {
            setOutcome(undefined)
            void begin()
          }}
        >
          {isSignedIn ? 'Begin the moves' : 'Sign in and begin the moves'}
        </Button>
        <Button size="sm" onClick={onClose}>
          Not now
        </Button>
      </div>
    </div>
  )
}
