import { basisWords, scopeWords } from '@/components/reference/paid-words'
import { formatCents } from '@/lib/core/format'
import type { PositionPage } from '@/lib/market/position-page'
import { nearestReference } from '@/lib/market/reference-price/nearest-reference'

/** What others paid by the nearest sales that carry a reference, beside value and price; nothing where none does. */
export function ReferenceFigure({ references, valuation }: Pick<PositionPage, 'references' | 'valuation'>) {
  const nearest = nearestReference(references, valuation)
  if (!nearest) return null
  return (
    <div>
      <dt className="text-sm text-muted">
        <a href="#reference" className="hover:text-signal-text">
          Others paid
        </a>
      </dt>
      <dd
        className="figures text-3xl"
        title={`${basisWords(nearest)} ${scopeWords(nearest.scope)}; 90% interval ${formatCents(nearest.low)} – ${formatCents(nearest.high)}`}
      >
        {formatCents(nearest.price)}
      </dd>
    </div>
  )
}
