import { Address } from '@/components/ui'
import { formatInstant } from '@/lib/core/format'
import type { PositionFacts } from '@/lib/market/position-page'

/** What must be read before anything else: a taint, a running lease. */
export function Warnings({ facts }: { facts: PositionFacts }) {
  return (
    <>
      {facts.isTainted && (
        <p role="note" className="mb-6 border-l-4 border-loss bg-loss-wash px-4 py-3">
          <strong className="font-medium text-loss">Tainted.</strong> An attester has marked this device: its
          proof or its reports are in doubt. Listings signed before that cannot be filled any more. The
          attester is <Address value={facts.attester} />.
        </p>
      )}
      {facts.user?.isRunning && (
        <p role="note" className="mb-6 border-l-4 border-signal bg-signal-wash px-4 py-3">
          <strong className="font-medium">In use by someone else.</strong>{' '}
          <Address value={facts.user.address} /> has the right to use it until{' '}
          {formatInstant(facts.user.expiresAt)}. A sale does not end that.
        </p>
      )}
    </>
  )
}
