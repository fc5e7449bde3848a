/** A bar a day on an axis from nothing to `most`; null is a day nothing is known of, and stays a gap. */
export type DayBar = { day: string; value: number | null }

/** Bars by day with both axes, drawn on the server: it needs no script. */
export function DayBars({
  bars,
  most,
  unit,
  label,
}: {
  bars: readonly DayBar[]
  /** top of the axis */
  most: number
  /** of the axis, short: "h" */
  unit: string
  /** what the chart shows, for a screen reader */
  label: string
}) {
  const width = 100 / Math.max(bars.length, 1)
  return (
    <div className="grid grid-cols-[3.5rem_1fr] text-xs text-muted">
      <div className="relative h-40">
        {[1, 0.5, 0].map((share) => (
          <span
            key={share}
            className="figures absolute right-2 -translate-y-1/2"
            style={{ top: `${(1 - share) * 100}%` }}
          >
            {most * share} {unit}
          </span>
        ))}
      </div>
      <svg role="img" aria-label={label} className="block h-40 w-full overflow-visible">
        <title>{label}</title>
        {[0, 0.5, 1].map((share) => (
          <line
            key={share}
            x1="0"
            x2="100%"
            y1={`${share * 100}%`}
            y2={`${share * 100}%`}
            className={share === 1 ? 'stroke-control' : 'stroke-rule'}
          />
        ))}
        {bars.map(({ day, value }, index) => {
          if (value === null) return null
          const height = (Math.min(value, most) / most) * 100
          return (
            <rect
              key={day}
              x={`${(index * width + width * 0.1).toFixed(3)}%`}
              width={`${Math.min(width * 0.8, 4).toFixed(3)}%`}
              y={`${(100 - height).toFixed(2)}%`}
              height={`${height.toFixed(2)}%`}
              className="fill-ink"
            />
          )
        })}
      </svg>
      <span />
      <div className="figures mt-1.5 flex justify-between">
        <span>{bars[0]?.day}</span>
        {bars.length > 1 && <span>{bars.at(-1)?.day}</span>}
      </div>
    </div>
  )
}
