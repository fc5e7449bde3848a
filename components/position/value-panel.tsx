import { Empty, Time } from '@/components/ui'
import { StaleNote } from '@/components/valuation/stale-note'
import { ValuingProgress } from '@/components/valuation/valuing-progress'
import { Gap, ValueBar, ValueLegend } from '@/components/value-bar'
import { formatCents, formatUnits } from '@/lib/core/format'
import { bestListing, type PositionPage } from '@/lib/market/position-page'
import { valueGap } from '@/lib/market/price-figures'
import { ReferenceFigure } from './reference-figure'
import { ValueNow } from './value-now'

/** The opening of a position's page: what it is worth, beside what it costs. */
export function ValuePanel({ page }: { page: PositionPage }) {
  const { valuation, facts, now } = page
  const listing = bestListing(page)
  const lastSale = page.sales[0]
  const price = listing?.price ?? lastSale?.price
  if (!valuation)
    return (
      <Empty
        title="Not valued yet"
        action={<ValueNow positionId={facts.id} label="Value it now" isMissing />}
      >
        {page.valuing ? (
          <ValuingProgress {...page.valuing} />
        ) : (
          'Its value is computed from its network’s public figures as soon as somebody looks.'
        )}
      </Empty>
    )
  return (
    <section aria-label="Value" className="border-t border-ink py-5">
      <div className="mb-4 flex flex-wrap items-end gap-x-12 gap-y-3">
        <dl className="flex flex-wrap items-end gap-x-12 gap-y-3">
          <div>
            <dt className="text-sm text-muted">Value</dt>
            <dd className="figures text-3xl">{formatCents(valuation.value)}</dd>
          </div>
          <div>
            <dt className="text-sm text-muted">{listing ? 'Price' : lastSale ? 'Last sold for' : 'Price'}</dt>
            <dd className="figures text-3xl">
              {price === undefined ? (
                <span className="font-sans text-muted">not for sale</span>
              ) : (
                formatUnits(price)
              )}
            </dd>
          </div>
          {listing && (
            <div>
              <dt className="text-sm text-muted">Price against value</dt>
              <dd className="figures text-3xl">
                <Gap gap={valueGap(listing.price, valuation.value)} />
              </dd>
            </div>
          )}
          <ReferenceFigure references={page.references} valuation={valuation} />
        </dl>
        <div className="ml-auto flex items-center gap-3 text-sm text-muted">
          <span>
            valued <Time at={valuation.at} now={now} />
          </span>
          <ValueNow positionId={facts.id} label="Value now" />
        </div>
      </div>
      <StaleNote valuation={valuation} valuing={page.valuing} now={now} />
      <ValueBar size="large" value={valuation} price={price} live={listing !== undefined} />
      <div className="mt-3 flex flex-wrap justify-between gap-x-8 gap-y-1 text-sm text-muted">
        <ValueLegend mean />
        <p>
          Nine holders in ten would live to see between {formatCents(valuation.p5)} and{' '}
          {formatCents(valuation.p95)}, by this model.
        </p>
      </div>
    </section>
  )
}
