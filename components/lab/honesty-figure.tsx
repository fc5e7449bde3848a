'use client'

import { formatShare, formatUsd, formatUsdCompact } from '@/lib/core/format'
import { honestBond } from '@/lib/mechanism/games/inspection-game'
import type { FigureOrigin } from './figure-foot'
import type { HonestyFigures } from './honesty-knobs'
import { LineFigure } from './line-figure'
import type { Knobs } from './number-knobs'

const RATES = Array.from({ length: 100 }, (_, i) => (i + 1) / 100)

/** The bond that makes honesty dominant by announced audit rate, with the rate and the bond set. */
export function HonestyFigure({
  values,
  figures,
  origin,
}: {
  values: Knobs
  figures: HonestyFigures | undefined
  origin: Pick<FigureOrigin, 'method' | 'frame' | 'isFramed'>
}) {
  const game = { gain: values.gain!, detection: values.detection! }
  const [rate, set] = [values.rate!, values.bond!]
  const needed = honestBond(game, rate)
  const points = RATES.map((x) => ({ x, y: honestBond(game, x) })).filter(({ y }) => y > 0.01)
  return (
    <LineFigure
      label="Bond that makes honesty dominant, by announced audit rate"
      x={{ name: 'reports audited, as announced', format: formatShare }}
      y={{
        name: 'bond a device, dollars: below the line a false report pays',
        format: formatUsdCompact,
        isLog: true,
      }}
      series={[{ name: 'bond', points }]}
      dots={[
        {
          x: rate,
          y: needed,
          name: 'the bond that makes honesty dominant',
          label: `${formatUsd(needed)} needed`,
          isHollow: false,
        },
        { x: rate, y: set, name: 'the bond set', label: `${formatUsd(set)} set`, isHollow: set < needed },
      ].filter(({ y }) => y > 0.01)}
      origin={{
        source: figures
          ? `${figures.name}, reward per node of ${figures.month}; the other figures as set`
          : 'the figures set',
        file: 'honest-bond',
        ...origin,
      }}
    />
  )
}
