'use client'

import { useState } from 'react'
import { Figure, Figures, Section } from '@/components/ui'
import { formatPercent, formatUsd, formatUsdCompact } from '@/lib/core/format'
import { expectedRevenue, optimalReserve, uniformValues } from '@/lib/mechanism/auctions/myerson'
import { KnobForm } from '../knob-form'
import { LineFigure } from '../line-figure'
import type { Knob } from '../number-knobs'

/** The reserve at which a sale by auction earns most, given what is believed of the bidders. */
export function ReserveSection({
  knobs,
  source,
  onReserve,
}: {
  knobs: readonly Knob[]
  /** whose values low and high are at first */
  source: string
  onReserve: (dollars: number) => void
}) {
  const initial = Object.fromEntries(knobs.map(({ key, initial }) => [key, initial]))
  const [values, setValues] = useState(initial)
  const [low, high, own, bidders] = [values.low!, values.high!, values.own!, values.bidders!]
  const isSpan = low < high
  const belief = uniformValues(isSpan ? low : 0, isSpan ? high : 1)
  const reserve = optimalReserve(belief, own)
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
          set={(key, value) => setValues((before) => ({ ...before, [key]: value }))}
          reset={() => setValues(initial)}
        />
        {isSpan ? (
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
              x={{ name: 'reserve, USD', format: (x) => formatUsdCompact(x) }}
              y={{ name: 'expected, USD', format: (y) => formatUsdCompact(y) }}
              series={[
                {
                  name: 'expected',
                  points: Array.from({ length: 61 }, (_, k) => low + ((high - low) * k) / 60).map((x) => ({
                    x,
                    y: worth(x),
                  })),
                },
              ]}
              mark={{ x: reserve, y: worth(reserve) }}
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
