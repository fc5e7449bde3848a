import { classNames } from '@/components/ui'
import { FigureFoot, type FigureOrigin } from './figure-foot'
import { niceTicks } from './nice-ticks'

type Axis = { name: string; format: (value: number) => string; isLog?: boolean }
type Point = { x: number; y: number }

const dotLook = 'absolute size-2.5 -translate-x-1/2 translate-y-1/2 rounded-full border-[1.5px]'
const strokes = ['stroke-ink', 'stroke-[var(--series-2)]']
/** one a series: six can be told apart, whatever their colour */
const dashes = [undefined, '6 4', '2 3', '12 3 2 3', '1 5', '14 5']

/**
 * Lines over a numeric axis with both axes named; the figures behind it belong beside it as a table or
 * download. Series are told apart by dash, and named at their end.
 */
export function LineFigure({
  label,
  x,
  y,
  series,
  mark,
  dots = [],
  origin,
}: {
  label: string
  x: Axis
  y: Axis
  series: readonly { name: string; points: readonly Point[]; isStep?: boolean }[]
  /** where the reader's own figure stands */
  mark?: Point
  /** named points: filled are stable, hollow unstable */
  dots?: readonly (Point & { name: string; isHollow: boolean })[]
  /** whose figures: gives them a foot with files and a table */
  origin?: FigureOrigin
}) {
  const all = [...series.flatMap(({ points }) => points), ...(mark ? [mark] : []), ...dots]
  if (all.length === 0) return null
  const across = scale(
    x,
    all.map((point) => point.x),
  )
  const up = scale(
    y,
    all.map((point) => point.y),
  )
  const place = (point: Point) => ({ left: percent(across.at(point.x)), bottom: percent(up.at(point.y)) })
  return (
    <figure className="max-w-3xl text-xs text-muted">
      <p className="mb-2">{y.name}</p>
      <div className="grid grid-cols-[3.5rem_1fr]">
        <div className="relative">
          {up.ticks.map((tick) => (
            <span
              key={tick}
              className="figures absolute right-2 translate-y-1/2"
              style={{ bottom: percent(up.at(tick)) }}
            >
              {y.format(tick)}
            </span>
          ))}
        </div>
        <div className="relative h-60">
          <svg
            role="img"
            aria-label={label}
            viewBox="0 0 100 100"
            preserveAspectRatio="none"
            className="absolute inset-0 size-full overflow-visible"
          >
            <title>{label}</title>
            {up.ticks.map((tick, i) => (
              <line
                key={tick}
                x1="0"
                x2="100"
                y1={(100 - up.at(tick)).toFixed(2)}
                y2={(100 - up.at(tick)).toFixed(2)}
                vectorEffect="non-scaling-stroke"
                className={i === 0 ? 'stroke-control' : 'stroke-rule'}
              />
            ))}
            {series.map(({ name, points, isStep }, i) => (
              <polyline
                key={name}
                points={trace(points, isStep ?? false)
                  .map((point) => `${across.at(point.x).toFixed(2)},${(100 - up.at(point.y)).toFixed(2)}`)
                  .join(' ')}
                vectorEffect="non-scaling-stroke"
                className={classNames('fill-none', strokes[i % 2])}
                strokeWidth="1.5"
                strokeDasharray={dashes[i % dashes.length]}
              />
            ))}
          </svg>
          {mark && (
            <span aria-hidden className={classNames(dotLook, 'border-ink bg-signal')} style={place(mark)} />
          )}
          {dots.map((dot) => (
            <span
              key={dot.name}
              title={dot.name}
              className={classNames(dotLook, dot.isHollow ? 'border-ink bg-paper' : 'border-paper bg-ink')}
              style={place(dot)}
            />
          ))}
        </div>
        <span />
        <div className="relative mt-1.5 h-4">
          {across.ticks.map((tick, i) => (
            <span
              key={tick}
              className={classNames(
                'figures absolute',
                i === 0 ? '' : i === across.ticks.length - 1 ? '-translate-x-full' : '-translate-x-1/2',
                i % 2 === 1 && across.ticks.length > 4 && 'max-sm:hidden',
              )}
              style={{ left: percent(across.at(tick)) }}
            >
              {x.format(tick)}
            </span>
          ))}
        </div>
        <span />
        <p className="mt-1 text-right">{x.name}</p>
      </div>
      {series.length > 1 && (
        <ul className="flex flex-wrap gap-x-5 text-sm text-muted">
          {series.map(({ name }, i) => (
            <li key={name} className="flex items-center gap-2">
              <svg aria-hidden className="h-2 w-6">
                <line
                  x2="24"
                  y1="4"
                  y2="4"
                  strokeWidth="1.5"
                  strokeDasharray={dashes[i % dashes.length]}
                  className={strokes[i % 2]}
                />
              </svg>
              {name}
            </li>
          ))}
        </ul>
      )}
      {origin && (
        <FigureFoot
          data={{ title: label, x: x.name, y: y.name, series }}
          origin={origin}
          format={{ x: x.format, y: y.format }}
        />
      )}
    </figure>
  )
}

/** Rounded, because engines differ in the last bits of a logarithm, and what the server draws must be what the page has. */
const percent = (value: number) => `${value.toFixed(2)}%`

/** A step curve holds its height until the next point. */
function trace(points: readonly Point[], isStep: boolean): readonly Point[] {
  if (!isStep) return points
  return points.flatMap((point, i) => {
    const before = points[i - 1]
    return before ? [{ x: before.x, y: point.y }, point] : [point]
  })
}

/** Where a value lies between the first and the last tick, in percent. */
function scale({ isLog }: Axis, values: readonly number[]) {
  const kept = isLog ? values.filter((value) => value > 0) : values
  const ticks = niceTicks(Math.min(...kept), Math.max(...kept), isLog ?? false)
  const low = ticks[0] ?? 0
  const high = ticks.at(-1) ?? 1
  const read = (value: number) => (isLog ? Math.log(Math.max(value, low)) : value)
  const span = read(high) - read(low) || 1
  return { ticks, at: (value: number) => ((read(value) - read(low)) / span) * 100 }
}
