import { formatCount } from '@/lib/core/format'

/** How far the fleet's valuation is. */
export function ValuingProgress({ done, total }: { done: number; total: number }) {
  return (
    <span>
      Positions are being valued: <span className="figures">{formatCount(done)}</span> of{' '}
      <span className="figures">{formatCount(total)}</span> done.
    </span>
  )
}
