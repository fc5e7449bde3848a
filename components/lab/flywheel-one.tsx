import { formatCompact, formatUsdCompact } from '@/lib/core/format'
import { FlywheelLine } from './flywheel-line'
import type { FlywheelRow } from './flywheel-table'
import { PhaseKey } from './phase-key'
import { PhasePortrait } from './phase-portrait'
import { TurnsTable } from './turns-table'

/** One network's flywheel: its history on bands of phases, the same as a path through the rule, and what turned it. */
export function FlywheelOne({ row }: { row: FlywheelRow }) {
  return (
    <>
      <div className="mb-4 grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,5fr)_minmax(0,4fr)]">
        <figure>
          <FlywheelLine
            row={row}
            panels={[
              { name: 'Rewards, USD a month', of: ({ rewardsUsd }) => rewardsUsd, format: formatUsdCompact },
              { name: 'Nodes', of: ({ nodes }) => nodes, format: formatCompact },
            ]}
          />
        </figure>
        <figure>
          <PhasePortrait row={row} />
        </figure>
      </div>
      <PhaseKey isBands />
      <div className="mt-5">
        <TurnsTable row={row} />
      </div>
    </>
  )
}
