'use client'

import { formatShare, formatUsdCompact } from '@/lib/core/format'
import type { FigureOrigin } from '../figure-foot'
import { LineFigure } from '../line-figure'
import type { Knobs } from '../number-knobs'
import { type CongestionNetwork, choiceAt, sourceOf } from './choice-at'

/** From the optimum to the equilibrium and past it: what all keep together, and what each mover follows. */
export function ChoiceFigure({
  networks,
  values,
  origin,
}: {
  networks: readonly CongestionNetwork[]
  values: Knobs
  origin: Pick<FigureOrigin, 'method' | 'frame' | 'isFramed'>
}) {
  const { found } = choiceAt(networks, values)
  const { way, optimum, equilibrium } = found
  return (
    <LineFigure
      label="What operators keep together, and the potential that moves follow, from the optimum to the equilibrium and past it"
      x={{ name: 'share of the way from the optimum to the equilibrium', format: formatShare }}
      y={{ name: 'dollars a month short of the line’s highest point', format: formatUsdCompact }}
      guides={[
        { x: 0, name: 'optimum' },
        { x: 1, name: 'equilibrium' },
      ]}
      series={[
        {
          name: 'what all keep together',
          points: way.map(({ at, surplusUsd }) => ({ x: at, y: surplusUsd - optimum.surplusUsd })),
        },
        {
          name: 'what each mover follows: Rosenthal’s potential, sign turned',
          points: way.map(({ at, potentialUsd }) => ({ x: at, y: equilibrium.potentialUsd - potentialUsd })),
        },
      ]}
      origin={{ source: sourceOf(networks), file: 'congestion', ...origin }}
    />
  )
}
