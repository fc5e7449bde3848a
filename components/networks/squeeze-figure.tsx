import { ChartFoot } from '@/components/charts/chart-foot'
import { DayBars } from '@/components/charts/day-bars'
import { formatCount, formatMinute } from '@/lib/core/format'
import type { SqueezePage } from '@/lib/market/squeeze-page'

/** Demand for each listing of a network, by day. */
export function SqueezeFigure({
  slug,
  name,
  squeeze: { latest, days },
  isEmbedded = false,
}: {
  slug: string
  name: string
  squeeze: SqueezePage
  /** it stands alone already */
  isEmbedded?: boolean
}) {
  const most = Math.max(2, Math.ceil(Math.max(...days.map(({ value }) => value ?? 0))))
  return (
    <figure>
      <figcaption className="mb-2 text-xs text-muted">
        demand for each listing, highest of the day (UTC)
      </figcaption>
      <DayBars
        bars={days}
        most={most}
        unit="×"
        label={`Demand for each listing of ${name}, by day, from nothing to ${formatCount(most)}`}
      />
      <ChartFoot
        source="this chain, and the orders and watches kept here"
        asOf={formatMinute(latest.computedAt)}
        method={{ href: isEmbedded ? `/networks/${slug}#squeeze-method` : '#squeeze-method' }}
        data={{ csv: `/networks/${slug}/squeeze.csv`, json: `/networks/${slug}/squeeze.json` }}
        embed={isEmbedded ? undefined : `/embed/demand?network=${slug}`}
        isEmbedded={isEmbedded}
        title={`Demand for each listing of ${name}`}
      />
    </figure>
  )
}
