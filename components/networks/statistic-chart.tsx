import { type ReadMark, ReadOff } from '@/components/charts/read-off'
import { niceTicks } from '@/components/lab/nice-ticks'
import { classNames } from '@/components/ui/class-names'
import { formatDay, formatMonth } from '@/lib/core/format'
import { type SeriesLook, SeriesMark, seriesLook } from './series-look'

export type ChartSeries = {
  name: string
  /** oldest first; `low` and `high` draw a band */
  points: readonly { at: string; value: number; low?: number | undefined; high?: number | undefined }[]
}

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

type Points = ChartSeries['points']
type Along = (at: string) => number
type Above = (value: number) => number

/** What is read off at each date: every line's figure, beside the highest of them. */
function marksOf(
  drawn: readonly ChartSeries[],
  {
    across,
    up,
    by,
    tell,
  }: { across: Along; up: Above; by: 'month' | 'day'; tell: (value: number) => string },
): ReadMark[] {
  const dates = [...new Set(drawn.flatMap(({ points }) => points.map(({ at }) => at)))].sort()
  const known = drawn.map(({ name, points }) => ({
    name,
    at: new Map(points.map((one) => [one.at, one.value])),
  }))
  return dates.map((date) => {
    const told = known.flatMap(({ name, at }) => {
      const value = at.get(date)
      return value === undefined ? [] : [{ name, value }]
    })
    const day = by === 'month' ? formatMonth(date) : formatDay(new Date(`${date}T00:00:00Z`))
    const says =
      drawn.length === 1
        ? `${day}  ${told.map(({ value }) => tell(value)).join('')}`
        : [day, ...told.map(({ name, value }) => `${name}  ${tell(value)}`)].join('\n')
    const highest = Math.max(...told.map(({ value }) => value))
    return [round(across(date)), round(up(highest)), says] as const
  })
}

const round = (percent: number) => Math.round(percent * 100) / 100

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

/** Dates that neither neighbour of is known: a line would pass them over. */
function alone(points: Points, place: (at: string) => number): Points {
  const known = new Set(points.map(({ at }) => place(at)))
  return points.filter(({ at }) => !known.has(place(at) - 1) && !known.has(place(at) + 1))
}

/** A stroke a run of known dates; a run of one is a dot of the stroke's width. */
function lineOf(points: Points, x: Along, y: Above, place: (at: string) => number): string {
  let before: number | undefined
  return points
    .map(({ at, value }) => {
      const now = place(at)
      const joins = before !== undefined && now - before === 1
      before = now
      return `${joins ? 'L' : 'M'}${fixed(x(at))} ${fixed(100 - y(value))}${joins ? '' : 'h0'}`
    })
    .join('')
}

/** Where a line carries its mark: its ends, and about five places between. */
function marked(points: Points, x: Along): Points {
  const kept: Points[number][] = []
  for (const point of points) {
    const last = kept.at(-1)
    if (!last || x(point.at) - x(last.at) >= 16) kept.push(point)
  }
  const end = points.at(-1)
  const last = kept.at(-1)
  if (end && last && end !== last) {
    if (x(end.at) - x(last.at) < 8) kept.pop()
    kept.push(end)
  }
  return kept
}

/** Round values that span the figures; on a log scale steps of ten, or of 1, 2, 5 where one decade holds all. */
function ticksOf(low: number, high: number, isLog: boolean): number[] {
  if (!isLog) {
    const ticks = niceTicks(low, high, false)
    return ticks.map((tick) => (Math.abs(tick) < 1e-12 ? 0 : tick))
  }
  const fine = [1, 2, 5].flatMap((digit) => Array.from({ length: 40 }, (_, k) => digit * 10 ** (k - 20)))
  const sorted = fine.sort((a, b) => a - b)
  const from = sorted.findLastIndex((tick) => tick <= low * (1 + 1e-9))
  const to = sorted.findIndex((tick) => tick >= high * (1 - 1e-9))
  if (from >= 0 && to - from <= 6) return sorted.slice(from, Math.max(to, from + 1) + 1)
  const decades = niceTicks(low, high, true)
  const step = Math.ceil((decades.length - 1) / 6)
  return decades.filter((_, i) => i % step === 0 || i === decades.length - 1)
}

/** Multiples of ln 2 that span log growths, thinned to about six. */
function doublings(low: number, high: number): number[] {
  const [from, to] = [Math.floor(Math.min(low, 0) / Math.LN2), Math.ceil(Math.max(high, 0) / Math.LN2)]
  const step = Math.max(1, Math.ceil((to - from) / 6))
  const first = Math.floor(from / step) * step
  const count = Math.ceil((to - first) / step)
  return Array.from({ length: Math.max(count, 1) + 1 }, (_, i) => (first + i * step) * Math.LN2)
}

function monthNumber(at: string): number {
  const [year = 0, month = 1] = at.split('-').map(Number)
  return year * 12 + month - 1
}

function dayNumber(at: string): number {
  return Math.round(Date.parse(`${at}T00:00:00Z`) / 86_400_000)
}

/** Turns of the year, or where there are fewer than two the ends. */
function timeTicks(first: number, last: number, by: 'month' | 'day'): { number: number; text: string }[] {
  const text = (number: number) =>
    by === 'day'
      ? formatDay(new Date(number * 86_400_000))
      : formatMonth(`${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}-01`)
  const ends = (first === last ? [first] : [first, last]).map((number) => ({ number, text: text(number) }))
  if (by === 'day') return ends
  const years = Array.from(
    { length: Math.floor(last / 12) - Math.ceil(first / 12) + 1 },
    (_, k) => Math.ceil(first / 12) + k,
  )
  if (years.length < 2) return ends
  const step = Math.ceil(years.length / 7)
  return years.filter((_, i) => i % step === 0).map((year) => ({ number: year * 12, text: String(year) }))
}

/** Text at the chart's ends stays inside it. */
function edgeOf(share: number): string {
  return share < 4 ? '' : share > 96 ? '-translate-x-full' : '-translate-x-1/2'
}

const fixed = (value: number) => value.toFixed(2)
const percent = (value: number) => `${value.toFixed(2)}%`
