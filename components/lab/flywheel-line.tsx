import { classNames } from '@/components/ui'
import { monthText } from '@/lib/valuation/forecast/monthly-series'
import { type Stretch, stretchesOf } from './flywheel-stretch'
import type { FlywheelRow } from './flywheel-table'
import { niceTicks } from './nice-ticks'
import { phaseLook } from './phase-look'

type Panel = {
  name: string
  of: (one: FlywheelRow['months'][number]) => number | undefined
  format: (value: number) => string
}

/** A network's rewards and nodes over its history, on bands of its phases, with its turning points numbered. */
export function FlywheelLine({ row, panels }: { row: FlywheelRow; panels: readonly Panel[] }) {
  const known = row.months
    .filter((one) => panels.some(({ of }) => (of(one) ?? 0) > 0))
    .map(({ month }) => month)
  if (known.length === 0) return null
  const [from, to] = [Math.min(...known), Math.max(...known)]
  const across = (month: number) => ((month - from) / Math.max(to - from, 1)) * 100
  const stretches = stretchesOf(row.points)
  const years = known.filter((month) => month % 12 === 0)
  return (
    <div className="grid grid-cols-[3.5rem_minmax(0,1fr)] text-xs text-muted">
      <span />
      <div className="relative mb-1 h-4">
        {row.turns.map(({ month, to: phase }, k) => (
          <span
            key={month}
            title={`${monthText(month)}: ${phase}`}
            className="figures absolute -translate-x-1/2 text-ink"
            style={{ left: percent(across(month)) }}
          >
            {k + 1}
          </span>
        ))}
      </div>
      {panels.map((panel) => (
        <PanelView key={panel.name} panel={panel} row={row} across={across} stretches={stretches} />
      ))}
      <span />
      <div className="relative mt-1 h-4">
        {years.map((month, i) => (
          <span
            key={month}
            className={classNames('figures absolute -translate-x-1/2', i % 2 === 1 && 'max-sm:hidden')}
            style={{ left: percent(across(month)) }}
          >
            {monthText(month).slice(0, 4)}
          </span>
        ))}
      </div>
    </div>
  )
}

function PanelView({
  panel: { name, of, format },
  row,
  across,
  stretches,
}: {
  panel: Panel
  row: FlywheelRow
  across: (month: number) => number
  stretches: readonly Stretch[]
}) {
  const points = row.months.flatMap((one) => {
    const y = of(one)
    return y !== undefined && y > 0 ? [{ month: one.month, y }] : []
  })
  const last = points.at(-1)
  if (!last) return <p className="col-span-2 mt-2">{name}: unknown.</p>
  const newest = row.months.at(-1)?.month ?? last.month
  const ys = points.map(({ y }) => y)
  const ticks = niceTicks(Math.min(...ys), Math.max(...ys), true)
  const [low, high] = [ticks[0] ?? 1, ticks.at(-1) ?? 10]
  const up = (y: number) => (Math.log(y / low) / Math.log(high / low)) * 100
  const half = (across(row.months[0]!.month + 1) - across(row.months[0]!.month)) / 2
  const label = `${row.name}, ${name.toLowerCase()} by month on a log scale`
  return (
    <>
      <p className="col-span-2 mt-3 mb-2">
        {name}
        {last.month < newest && <span className="text-ink">, known to {monthText(last.month)}</span>}
      </p>
      <div className="relative">
        {ticks.map((tick, i) => (
          <span
            key={tick}
            className={classNames(
              'figures absolute right-2 translate-y-1/2',
              ticks.length > 5 && i % 2 === 1 && 'hidden',
            )}
            style={{ bottom: percent(up(tick)) }}
          >
            {format(tick)}
          </span>
        ))}
      </div>
      <svg
        role="img"
        aria-label={label}
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        className="block h-36 w-full overflow-hidden border-b border-control"
      >
        <title>{label}</title>
        {stretches.map((one) => (
          <rect
            key={`${one.from} ${one.phase}`}
            x={(across(one.from) - half).toFixed(2)}
            width={(across(one.to) - across(one.from) + 2 * half).toFixed(2)}
            height="100"
            className={phaseLook[one.phase].fill}
            opacity={one.fromRewardsAlone ? 0.1 : 0.22}
          />
        ))}
        {ticks.map((tick) => (
          <line
            key={tick}
            x2="100"
            y1={(100 - up(tick)).toFixed(2)}
            y2={(100 - up(tick)).toFixed(2)}
            vectorEffect="non-scaling-stroke"
            className="stroke-rule"
          />
        ))}
        {row.turns.map(({ month }) => (
          <line
            key={month}
            x1={across(month).toFixed(2)}
            x2={across(month).toFixed(2)}
            y2="100"
            vectorEffect="non-scaling-stroke"
            strokeDasharray="3 3"
            className="stroke-ink"
          />
        ))}
        <polyline
          points={points
            .map(({ month, y }) => `${across(month).toFixed(2)},${(100 - up(y)).toFixed(2)}`)
            .join(' ')}
          vectorEffect="non-scaling-stroke"
          strokeWidth="1.75"
          className="fill-none stroke-ink"
        />
      </svg>
    </>
  )
}

const percent = (value: number) => `${value.toFixed(2)}%`
