'use client'

import { Figure, Figures, Section } from '@/components/ui'
import { formatPercent, formatUsd, formatUsdCompact } from '@/lib/core/format'
import { expectedRevenue, uniformValues } from '@/lib/mechanism/auctions/myerson'
import { KnobForm } from '../knob-form'
import { LineFigure } from '../line-figure'
import type { Knob, Knobs } from '../number-knobs'
import { bestReserve } from './reserve-knobs'

/** The reserve at which a sale by auction earns most, given what is believed of the bidders. */
export function ReserveSection({
  knobs,
  values,
  onChange,
  source,
  onReserve,
}: {
  knobs: readonly Knob[]
  values: Knobs
  onChange: (values: Knobs) => void
  /** whose values low and high are at first */
  source: string
  onReserve: (dollars: number) => void
}) {
  const { low, own, high, bidders } = values as Knobs<'low' | 'own' | 'high' | 'bidders'>
  const reserve = bestReserve(values)
  const belief = uniformValues(reserve === undefined ? 0 : low, reserve === undefined ? 1 : high)
  /** revenue, and the item where it stays */
  const worth = (at: number) => expectedRevenue(belief, bidders, at) + own * belief.cdf(at) ** bidders
  return (
    <Section
      title="Myerson’s reserve"
      note="for one unit, sold to the highest of bidders who know their own value"
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-6 lg:grid-cols-[20rem_1fr]">
        <KnobForm
          label="Figures of the reserve"
          knobs={knobs}
          values={values}
          set={(key, value) => onChange({ ...values, [key]: value })}
          reset={() => onChange(Object.fromEntries(knobs.map(({ key, initial }) => [key, initial])))}
        />
        {reserve !== undefined ? (
          <div className="min-w-0 space-y-6">
            <Figures>
              <Figure size="lg" label="Reserve that earns most" value={formatUsd(reserve)} />
              <Figure
                label="Expected with it"
                value={formatUsd(worth(reserve))}
                source="revenue, or the unit where it stays"
              />
              <Figure label="Without a reserve" value={formatUsd(worth(low))} />
              <Figure
                label="Sold with chance"
                value={formatPercent(Math.round((1 - belief.cdf(reserve) ** bidders) * 100))}
              />
            </Figures>
            <LineFigure
              label="What the sale is worth to the seller, by reserve"
              x={{ name: 'reserve, USD', format: formatUsdCompact, isTight: true }}
              y={{ name: 'expected, USD', format: formatUsdCompact, isTight: true }}
              series={[
                {
                  name: 'expected',
                  points: Array.from({ length: 61 }, (_, k) => low + ((high - low) * k) / 60).map((x) => ({
                    x,
                    y: worth(x),
                  })),
                },
              ]}
              dots={[
                {
                  x: reserve,
                  y: worth(reserve),
                  name: 'the reserve that earns most',
                  label: formatUsd(reserve),
                  isHollow: false,
                },
              ]}
              origin={{ source, method: '#method', file: 'reserve' }}
            />
            <button
              type="button"
              className="link cursor-pointer text-sm"
              onClick={() => onReserve(Math.round(reserve * 100) / 100)}
            >
              Clear the book above with this reserve
            </button>
          </div>
        ) : (
          <p className="text-muted">The most a bidder can value it at lies above the least.</p>
        )}
      </div>
    </Section>
  )
}
