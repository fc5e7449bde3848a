import type { ReactNode } from 'react'
import { ErrorNote } from '@/components/ui'
import type { Failure } from '@/lib/core/errors'

/** Why an order cannot be filled; where the position changed, which part, from what to what. */
export function FillRefused({ error, action }: { error: Failure; action?: ReactNode }) {
  const changes = changesIn(error)
  if (changes.length === 0)
    return (
      <ErrorNote error={error} action={action}>
        Nothing was sent, and no gas was spent.
      </ErrorNote>
    )
  return (
    <ErrorNote
      error={{
        message: 'This position is no longer what its seller signed, so the chain would refuse the sale.',
      }}
      action={action}
    >
      <p className="mb-1 text-ink">What changed since:</p>
      <ul className="mb-1 list-disc pl-5 text-ink">
        {changes.map((sentence) => (
          <li key={sentence} className="break-words">
            {sentence}
          </li>
        ))}
      </ul>
      Nothing was sent, and no gas was spent. The seller can sign a new listing.
    </ErrorNote>
  )
}

function changesIn({ details }: Failure): string[] {
  const changes = details?.changes
  if (!Array.isArray(changes)) return []
  return changes.flatMap((it: unknown) =>
    typeof it === 'object' && it !== null && 'sentence' in it && typeof it.sentence === 'string'
      ? [it.sentence]
      : [],
  )
}
