import type { FlywheelPoint, TurningPoint } from '@/lib/mechanism/tokenomics/flywheel'
import { monthText } from '@/lib/valuation/forecast/monthly-series'
import { phaseLook } from './phase-look'

const HEIGHT = 28

/** A bar a month, its height and colour the phase; months told from rewards alone are hollow. Turns have a tick below. */
export function PhaseStrip({
  points,
  turns,
  from,
  to,
  label,
  nameOf = monthText,
}: {
  points: readonly FlywheelPoint[]
  turns: readonly TurningPoint[]
  /** months the strip spans, the same for all networks of a table */
  from: number
  to: number
  label: string
  /** a month in words */
  nameOf?: (month: number) => string
}) {
  const width = 100 / (to - from + 1)
  const at = (month: number) => (month - from) * width
  return (
    <svg role="img" aria-label={label} className="block h-9 w-full min-w-40">
      <title>{label}</title>
      <line x1="0" x2="100%" y1={HEIGHT} y2={HEIGHT} className="stroke-rule" />
      {points.map(({ month, phase, fromRewardsAlone }) => {
        const { fill, height } = phaseLook[phase]
        return (
          <rect
            key={month}
            x={`${(at(month) + width * 0.1).toFixed(3)}%`}
            width={`${(width * 0.8).toFixed(3)}%`}
            y={HEIGHT * (1 - height)}
            height={HEIGHT * height}
            className={fill}
            opacity={fromRewardsAlone ? 0.4 : 1}
          />
        )
      })}
      {turns.map(({ month, to: phase }) => (
        <line
          key={month}
          x1={`${at(month).toFixed(3)}%`}
          x2={`${at(month).toFixed(3)}%`}
          y1={HEIGHT + 1}
          y2={HEIGHT + 7}
          className="stroke-ink"
        >
          <title>{`${nameOf(month)}: ${phase}`}</title>
        </line>
      ))}
    </svg>
  )
}
