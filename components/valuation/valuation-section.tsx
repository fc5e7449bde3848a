import Link from 'next/link'
import { Section } from '@/components/ui'
import { formatCents } from '@/lib/core/format'
import { bestListing, type PositionPage } from '@/lib/market/position-page'
import { receiptOfStored } from '@/lib/valuation/engine/stored-receipt'
import { LazyValuationLab } from './lazy-valuation-lab'

/** A position's value, recomputed where it is read; where it is of a model that cannot be, that is said. */
export function ValuationSection({ page }: { page: Pick<PositionPage, 'valuation' | 'orders'> }) {
  const { valuation } = page
  const receipt = valuation && receiptOfStored(valuation)
  if (!valuation) return null
  if (!receipt)
    return (
      <Section id="recompute" title="Check the value yourself">
        <p className="max-w-prose text-sm text-muted">
          This value is of an older model, {valuation.model}, which this page no longer runs: it cannot be
          recomputed here. The next valuation of this position can.
        </p>
      </Section>
    )
  return (
    <Section
      id="recompute"
      title="Check the value yourself"
      action={
        <a className="link" href={`/api/v1/valuations/${valuation.id}`}>
          Receipt (JSON)
        </a>
      }
    >
      <p className="mb-4 max-w-prose text-sm text-muted">
        The receipt holds model, inputs and seed{valuation.valuer && ', signed by the valuer'}. Your browser
        runs the same model on them and must come to the same cents. The mean itself is known to ±{' '}
        {formatCents(valuation.standardError ?? 0n)} (standard error of the simulation).{' '}
        <Link prefetch={false} className="link" href="/method">
          How it is computed
        </Link>
        ,{' '}
        <Link prefetch={false} className="link" href="/calibration">
          how often its intervals were right
        </Link>
        .
      </p>
      <LazyValuationLab receipt={receipt} price={bestListing(page)?.price} />
    </Section>
  )
}
