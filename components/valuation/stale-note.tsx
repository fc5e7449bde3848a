import { Time } from '@/components/ui'
import type { PositionValuation } from '@/lib/market/position-page'
import { ValuingProgress } from './valuing-progress'

/** Says that a value is not of today's inputs, where it is not. */
export function StaleNote({
  valuation,
  valuing,
  now,
}: {
  valuation: Pick<PositionValuation, 'staleSince'>
  valuing?: { done: number; total: number } | undefined
  now: Date
}) {
  if (!valuation.staleSince) return null
  return (
    <p role="status" className="mb-4 border-l-2 border-signal bg-signal-wash px-4 py-2 text-sm">
      This value is stale: its inputs changed <Time at={valuation.staleSince} now={now} />, and it is being
      computed anew. What you see is of the inputs before. {valuing && <ValuingProgress {...valuing} />}
    </p>
  )
}
