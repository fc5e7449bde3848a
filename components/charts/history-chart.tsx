import { niceTicks } from '@/components/lab/nice-ticks'
import { formatCompact, formatCount, formatMonth, formatUsd } from '@/lib/core/format'
import { type ChartPoint, type ChartUnit, monthIndex, monthOfIndex, yearTicks } from './chart-point'
import { ReadOff } from './read-off'
import { type Place, tracePath } from './trace-path'

/**
 * A series by month, drawn on the server: both axes and the line need no script, and single months are read off with the
 * pointer or the arrow keys. Unknown months are gaps; a known month between two gaps is a dot. It fills its box.
 */
export function HistoryChart({
  points,
  unit,
  name,
  label = name,
  log,
}: {
  points: readonly ChartPoint[]
  unit: ChartUnit
  /** what the chart is of: "Active nodes by month" */
  name: string
  /** what it shows, in a sentence */
  label?: string
  /** powers of ten evenly spaced; what is not above zero has no place then */
  log: boolean
}) {
  const values = points.flatMap(({ value }) => (value === null || (log && value <= 0) ? [] : [value]))
  if (values.length === 0)
    return (
      <p className="grid h-full place-items-center border border-dashed border-rule text-sm text-muted">
        No month is above zero; a logarithmic scale has no place for it.
      </p>
    )
  const ticks = niceTicks(Math.min(...values), Math.max(...values), log)
  const up = between(ticks[0] ?? 0, ticks.at(-1) ?? 1, log ? Math.log10 : (value) => value)
  const [first, last] = [monthIndex(points[0]?.month ?? ''), monthIndex(points.at(-1)?.month ?? '')]
  const across = between(first, last, (month) => month)
  const sign = unit === 'usd' ? '$' : ''
  const exact = unit === 'usd' ? formatUsd : formatCount
  const places = points.map<Place>(({ month, value }) =>
    value === null || (log && value <= 0) ? undefined : [across(monthIndex(month)), up(value)],
  )
  return (
    <div className="grid h-full grid-cols-[3.5rem_minmax(0,1fr)] grid-rows-[minmax(0,1fr)_1.25rem] pt-2 text-xs text-muted">
      <div className="relative">
        {ticks.map((tick) => (
          <span
            key={tick}
            className="figures absolute right-2 translate-y-1/2"
            style={{ bottom: `${up(tick)}%` }}
          >
            {sign}
            {formatCompact(tick)}
          </span>
        ))}
      </div>
      <div className="relative">
        <svg
          role="img"
          aria-label={label}
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          className="absolute inset-0 size-full overflow-visible fill-none"
        >
          <title>{label}</title>
          <path
            d={ticks.slice(1).map(lineAt).join('')}
            vectorEffect="non-scaling-stroke"
            className="stroke-rule"
          />
          <path d={lineAt(ticks[0] ?? 0)} vectorEffect="non-scaling-stroke" className="stroke-control" />
          <path
            d={tracePath(places)}
            vectorEffect="non-scaling-stroke"
            strokeWidth="1.5"
            strokeLinejoin="round"
            className="stroke-[var(--series-1)]"
          />
          <path
            d={tracePath(places, 'single')}
            vectorEffect="non-scaling-stroke"
            strokeWidth="4"
            strokeLinecap="round"
            className="stroke-[var(--series-1)]"
          />
        </svg>
        <ReadOff
          name={name}
          marks={points.flatMap(({ month, value }, index) => {
            const place = places[index]
            return place && value !== null
              ? [[...place, `${formatMonth(month)}  ${exact(value)}`] as const]
              : []
          })}
        />
      </div>
      <span />
      <div className="relative mt-1.5">
        {yearTicks(first, last, 7).map((month) => (
          <span
            key={month}
            className={`figures absolute ${lean(across(month))}`}
            style={{ left: `${across(month)}%` }}
          >
            {axisMonth(monthOfIndex(month))}
          </span>
        ))}
      </div>
    </div>
  )

  function lineAt(tick: number): string {
    return `M0 ${round(100 - up(tick))}H100`
  }
}

/** Where a value lies between two others, in percent, rounded to what a screen can show. */
function between(low: number, high: number, read: (value: number) => number) {
  const span = read(high) - read(low) || 1
  return (value: number) => round(((read(value) - read(low)) / span) * 100)
}

function round(percent: number): number {
  return Math.round(percent * 100) / 100
}

/** Text at an end of the axis stays inside. */
function lean(at: number): string {
  if (at < 4) return ''
  return at > 96 ? '-translate-x-full' : '-translate-x-1/2'
}

/** A year at its turn, otherwise the month. */
function axisMonth(month: string): string {
  return month.endsWith('-01-01') ? month.slice(0, 4) : formatMonth(month)
}
