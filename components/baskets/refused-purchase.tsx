'use client'

import type { ReactNode } from 'react'
import { ErrorNote } from '@/components/ui'
import type { Failure } from '@/lib/core/errors'

/** Why nothing of a basket can be bought now, listing by listing where they differ. */
export function RefusedPurchase({
  error,
  wasSent,
  action,
}: {
  error: Failure
  /** an attempt before this one was sent */
  wasSent: boolean
  action: ReactNode
}) {
  const gone = goneIn(error)
  return (
    <ErrorNote error={error} action={action}>
      {gone.length > 0 && (
        <ul className="my-1 list-disc pl-5 text-ink">
          {gone.map(({ positionId, message }) => (
            <li key={positionId} className="break-words">
              #{positionId}: {message}
            </li>
          ))}
        </ul>
      )}
      {!wasSent && 'Nothing was sent, and no gas was spent.'}
    </ErrorNote>
  )
}

function goneIn({ details }: Failure): { positionId: number; message: string }[] {
  const gone = details?.gone
  return Array.isArray(gone) ? gone.filter(isGone) : []
}

function isGone(it: unknown): it is { positionId: number; message: string } {
  return (
    typeof it === 'object' &&
    it !== null &&
    'positionId' in it &&
    typeof it.positionId === 'number' &&
    'message' in it &&
    typeof it.message === 'string'
  )
}
