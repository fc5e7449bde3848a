import type { ReactNode } from 'react'
import { ErrorNote } from '@/components/ui'
import type { Failure } from '@/lib/core/errors'
import { formatExact, formatUnitsFull } from '@/lib/core/format'

/** Why an order cannot be filled; where the position changed, which part, from what to what. */
export function FillRefused({ error, action }: { error: Failure; action?: ReactNode }) {
  const changes = changesIn(error)
  if (changes.length === 0)
    return (
      <ErrorNote error={error} action={action}>
        {missingIn(error)}Nothing was sent, and no gas was spent.
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

/** How much is missing, where it is dollars or ether that are. */
function missingIn({ name, details }: Failure): string {
  const { asset, needed, held } = details ?? {}
  if (name !== 'InsufficientFundsError' || typeof needed !== 'string' || typeof held !== 'string') return ''
  const missing = BigInt(needed) - BigInt(held)
  if (missing <= 0n) return ''
  return asset === 'gas'
    ? `${formatExact(missing, 18).slice(0, 12)} ETH are missing. `
    : `${formatUnitsFull(missing)} are missing. `
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
