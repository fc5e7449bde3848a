import { Time } from '@/components/ui'
import type { PositionValuation } from '@/lib/market/position-page'

/** Says that a value is not of today's inputs, where it is not. */
export function StaleNote({
  valuation,
  now,
}: {
  valuation: Pick<PositionValuation, 'staleSince'>
  now: Date
}) {
  if (!valuation.staleSince) return null
  return (
    <p role="status" className="mb-4 border-l-2 border-signal bg-signal-wash px-4 py-2 text-sm">
      This value is stale: its inputs changed <Time at={valuation.staleSince} now={now} />, and it is being
      computed anew. What you see is of the inputs before.
    </p>
  )
}
