import { ReadOff } from '@/components/charts/read-off'
import { classNames } from '@/components/ui/class-names'
import { type Above, type Along, alone, type ChartSeries, lineOf, marked, marksOf } from './chart-paths'
import { dayNumber, doublings, monthNumber, ticksOf, timeTicks } from './chart-ticks'
import { type SeriesLook, SeriesMark, seriesLook } from './series-look'

/**
 * Histories over time, drawn on the server. Lines are told apart by dash and by the mark they carry, each named in the
 * key under the chart; a gap is a month that is not known, and a month between two gaps a dot.
 */
export function StatisticChart({
  series,
  axis,
  tick,
  tell,
  name,
  label,
  isLog = false,
  isLogGrowth = false,
  by,
  height = 'h-56',
}: {
  series: readonly ChartSeries[]
  /** name of the vertical axis, unit included */
  axis: string
  tick: (value: number) => string
  /** a figure in full, as the pointer reads it off */
  tell: (value: number) => string
  /** what the chart is of, short */
  name: string
  /** what the chart shows, for a screen reader */
  label: string
  isLog?: boolean
  /** values are log growth: ticks stand at halvings and doublings */
  isLogGrowth?: boolean
  by: 'month' | 'day'
  height?: string
}) {
  const drawn = series.map(({ name, points }) => ({
    name,
    points: isLog ? points.filter(({ value }) => value > 0) : points,
  }))
  const all = drawn.flatMap(({ points }) => points)
  if (all.length === 0) return null
  const place = by === 'month' ? monthNumber : dayNumber
  const times = all.map(({ at }) => place(at))
  const [first, last] = [Math.min(...times), Math.max(...times)]
  const across = (at: string) => ((place(at) - first) / Math.max(last - first, 1)) * 100
  const values = all.flatMap(({ value, low, high }) => [
    value,
    ...(isLog ? [] : [low ?? value, high ?? value]),
  ])
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const ticks = isLogGrowth ? doublings(least, most) : ticksOf(least, most, isLog)
  const [bottom, top] = [ticks[0] ?? 0, ticks.at(-1) ?? 1]
  const read = (value: number) => (isLog ? Math.log(value) : value)
  const up = (value: number) => ((read(value) - read(bottom)) / (read(top) - read(bottom) || 1)) * 100
  return (
    <div className="text-xs text-muted">
      <p className="mb-2">{axis}</p>
      <div className="grid grid-cols-[3.5rem_minmax(0,1fr)]">
        <div className="relative">
          {ticks.map((value) => (
            <span
              key={value}
              className="figures absolute right-2 translate-y-1/2"
              style={{ bottom: percent(up(value)) }}
            >
              {tick(value)}
            </span>
          ))}
        </div>
        <div className={classNames('relative', height)}>
          <svg
            role="img"
            aria-label={label}
            viewBox="0 0 100 100"
            preserveAspectRatio="none"
            className="absolute inset-0 size-full overflow-visible"
          >
            <title>{label}</title>
            {ticks.map((value, i) => (
              <line
                key={value}
                x1="0"
                x2="100"
                y1={fixed(100 - up(value))}
                y2={fixed(100 - up(value))}
                vectorEffect="non-scaling-stroke"
                className={value === 0 || i === 0 ? 'stroke-control' : 'stroke-rule'}
              />
            ))}
            {drawn.length === 1 && drawn[0] && <Band series={drawn[0]} x={across} y={up} />}
            {drawn.map(({ name, points }, i) => (
              <path
                key={name}
                d={lineOf(points, across, up, place)}
                vectorEffect="non-scaling-stroke"
                className={classNames('fill-none', lookOf(drawn.length, i).stroke)}
                strokeWidth="1.5"
                strokeLinecap="round"
                strokeDasharray={lookOf(drawn.length, i).dash}
              />
            ))}
            {drawn.map(({ name, points }, i) => (
              <path
                key={name}
                d={lineOf(alone(points, place), across, up, place)}
                vectorEffect="non-scaling-stroke"
                className={classNames('fill-none', lookOf(drawn.length, i).stroke)}
                strokeWidth="4"
                strokeLinecap="round"
              />
            ))}
          </svg>
          {drawn.length > 1 && (
            <svg aria-hidden className="pointer-events-none absolute inset-0 size-full overflow-visible">
              {drawn.map(({ name, points }, i) =>
                marked(points, across).map(({ at, value }) => (
                  <svg
                    key={`${name} ${at}`}
                    aria-hidden
                    x={percent(across(at))}
                    y={percent(100 - up(value))}
                    className="overflow-visible"
                  >
                    <SeriesMark look={lookOf(drawn.length, i)} />
                  </svg>
                )),
              )}
            </svg>
          )}
          <ReadOff name={name} marks={marksOf(drawn, { across, up, by, tell })} />
        </div>
        <span />
        <div className="relative mt-1.5 h-4">
          {timeTicks(first, last, by).map(({ number, text }, i, list) => (
            <span
              key={number}
              className={classNames(
                'figures absolute whitespace-nowrap',
                edgeOf(((number - first) / Math.max(last - first, 1)) * 100),
                i % 2 === 1 && list.length > 4 && 'max-sm:hidden',
              )}
              style={{ left: percent(((number - first) / Math.max(last - first, 1)) * 100) }}
            >
              {text}
            </span>
          ))}
        </div>
      </div>
      {drawn.length > 1 && (
        <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink">
          {drawn.map(({ name, points }, i) => (
            <li key={name} className="flex items-center gap-2">
              <svg aria-hidden className="h-3 w-8 overflow-visible">
                <line
                  x2="32"
                  y1="6"
                  y2="6"
                  strokeWidth="1.5"
                  strokeDasharray={lookOf(drawn.length, i).dash}
                  className={lookOf(drawn.length, i).stroke}
                />
                <svg aria-hidden x="16" y="6" className="overflow-visible">
                  <SeriesMark look={lookOf(drawn.length, i)} />
                </svg>
              </svg>
              {name}
              {points.length === 0 && <span className="text-muted">: no figures</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const lookOf = (count: number, i: number): SeriesLook => seriesLook(count === 1 ? 0 : i)

/** The interval of a single series, as a band behind its line. */
function Band({ series: { points }, x, y }: { series: ChartSeries; x: Along; y: Above }) {
  const known = points.flatMap(({ at, low, high }) =>
    low === undefined || high === undefined ? [] : [{ at, low, high }],
  )
  if (known.length < 2) return null
  const above = known.map(({ at, high }) => `${fixed(x(at))},${fixed(100 - y(high))}`)
  const below = known.toReversed().map(({ at, low }) => `${fixed(x(at))},${fixed(100 - y(low))}`)
  return <polygon points={[...above, ...below].join(' ')} className="fill-rule" opacity="0.6" />
}

/** Text at the chart's ends stays inside it. */
function edgeOf(share: number): string {
  return share < 4 ? '' : share > 96 ? '-translate-x-full' : '-translate-x-1/2'
}

const fixed = (value: number) => value.toFixed(2)
const percent = (value: number) => `${value.toFixed(2)}%`
