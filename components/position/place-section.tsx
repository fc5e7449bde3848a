import { CellMap } from '@/components/map'
import { placeInWords } from '@/components/map/cell-map'
import type { PositionPage } from '@/lib/market/position-page'

/** Where a device stands, as far as that is public: its cell, and what is not told beyond it. */
export function PlaceSection({ page: { facts, place } }: { page: Pick<PositionPage, 'facts' | 'place'> }) {
  if (!facts.cell)
    return (
      <p className="max-w-prose text-muted">
        {facts.network.isPhysical
          ? 'No place is recorded for this position, though what its network pays depends on one.'
          : `What ${facts.network.name} pays does not depend on where a device stands, so no place is recorded.`}
      </p>
    )
  if (!place)
    return (
      <p className="max-w-prose text-muted">
        Its record names the place <span className="figures">{facts.cell}</span>, which is no H3 cell.
      </p>
    )
  return (
    <figure>
      <CellMap map={place} />
      <figcaption className="mt-2 max-w-prose text-sm text-muted">
        The H3 cell <span className="figures text-ink">{place.cell}</span>: {placeInWords(place)}. That it
        stands somewhere within this hexagon is all that is public
        {facts.placeCommitment
          ? '; the exact place is committed to on chain as a hash, which only its operator can open.'
          : '; no exact place is committed to.'}
      </figcaption>
      <p className="mt-1 text-xs text-muted">
        Source: the position on chain, resolution {place.resolution}; coasts and borders by Natural Earth.
      </p>
    </figure>
  )
}
