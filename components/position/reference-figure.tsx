import { formatCents } from '@/lib/core/format'
import type { PositionPage } from '@/lib/market/position-page'

const names = { position: 'of this position', model: 'of its model', network: 'of its network' }

/** The nearest reference price that enough sales carry, beside value and price; nothing where none does. */
export function ReferenceFigure({ references }: Pick<PositionPage, 'references'>) {
  const nearest = [references.position, references.model, references.network].find(
    (reference) => reference && reference.price !== null,
  )
  if (!nearest?.price || nearest.low === null || nearest.high === null) return null
  return (
    <div>
      <dt className="text-sm text-muted">
        <a href="#reference" className="hover:text-signal-text">
          Reference {names[nearest.scope]}
        </a>
      </dt>
      <dd
        className="figures text-3xl"
        title={`90 % interval ${formatCents(nearest.low)} – ${formatCents(nearest.high)}`}
      >
        {formatCents(nearest.price)}
      </dd>
    </div>
  )
}
