import { classNames } from '@/components/ui'
import { FigureFoot, type FigureOrigin } from './figure-foot'
import { labelLevels } from './label-levels'
import { namesAtEnds } from './names-at-ends'
import { scaleOf } from './scale-of'

type Axis = {
  name: string
  format: (value: number) => string
  isLog?: boolean
  /** begins near its least value, not at zero */
  isTight?: boolean
}
type Point = { x: number; y: number }
/** ends of an interval around y, drawn as a band */
type Banded = Point & { low?: number; high?: number }

const dotLook = 'absolute size-2.5 -translate-x-1/2 translate-y-1/2 rounded-full border-[1.5px]'
const strokes = ['stroke-ink', 'stroke-[var(--series-2)]']
const fills = ['fill-ink', 'fill-[var(--series-2)]']
/** one a series: six can be told apart, whatever their colour */
const dashes = [undefined, '6 4', '2 3', '12 3 2 3', '1 5', '14 5']

/**
 * Lines over a numeric axis with both axes named; the figures behind it belong beside it as a table or
 * download. Series are told apart by dash, and named at their end; in a narrow place, below.
 */
export function LineFigure({
  label,
  x,
  y,
  series,
  mark,
  guides = [],
  dots = [],
  origin,
}: {
  label: string
  x: Axis
  y: Axis
  series: readonly { name: string; points: readonly Banded[]; isStep?: boolean }[]
  /** where the reader's own figure stands */
  mark?: Point
  /** places on the x axis that have a name of their own */
  guides?: readonly { x: number; name: string }[]
  /** named points: filled are stable, hollow unstable; those with a label say it */
  dots?: readonly (Point & { name: string; label?: string; isHollow: boolean })[]
  /** whose figures: gives them a foot with files and a table */
  origin?: FigureOrigin
}) {
  const all = [...series.flatMap(({ points }) => points), ...(mark ? [mark] : []), ...dots]
  if (all.length === 0) return null
  const [xs, ys] = [
    all.map((point) => point.x),
    [...all.map((point) => point.y), ...series.flatMap(bandEnds)],
  ]
  const across = scaleOf(x, xs, Math.max(...xs))
  const up = scaleOf(y, ys)
  const ends =
    series.length > 1
      ? namesAtEnds(
          series.map(({ name, points }) => {
            const last = points.at(-1)
            return { name, end: last && up.at(last.y) }
          }),
        )
      : []
  const levels = labelLevels(dots.map((dot) => ({ across: across.at(dot.x), up: up.at(dot.y) })))
  const head = guides.length > 0 && 'mt-4'
  const place = (point: Point) => ({ left: percent(across.at(point.x)), bottom: percent(up.at(point.y)) })
  return (
    <figure className="@container max-w-5xl text-xs text-muted">
      <p className="mb-2">{y.name}</p>
      <div
        className={classNames(
          'grid grid-cols-[3.5rem_minmax(0,1fr)]',
          ends.length > 0 && '@xl:grid-cols-[3.5rem_minmax(0,1fr)_9.5rem]',
        )}
      >
        <div className={classNames('relative', head)}>
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
        <div className={classNames('relative h-60', head)}>
          {guides.map((guide) => (
            <span
              key={guide.name}
              className="absolute inset-y-0 border-l border-dashed border-control"
              style={{ left: percent(across.at(guide.x)) }}
            >
              <span
                className={classNames(
                  'absolute bottom-full mb-0.5 whitespace-nowrap text-ink',
                  across.at(guide.x) < 10
                    ? 'left-0'
                    : across.at(guide.x) > 90
                      ? 'right-0'
                      : '-translate-x-1/2',
                )}
              >
                {guide.name}
              </span>
            </span>
          ))}
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
            {series.map(
              ({ name, points }, i) =>
                bandEnds({ points }).length > 0 && (
                  <polygon
                    key={`${name}, band`}
                    points={[
                      ...points.map(({ x: at, y: middle, high = middle }) => ({ x: at, y: high })),
                      ...points.map(({ x: at, y: middle, low = middle }) => ({ x: at, y: low })).reverse(),
                    ]
                      .map((point) => `${across.at(point.x).toFixed(2)},${(100 - up.at(point.y)).toFixed(2)}`)
                      .join(' ')}
                    className={fills[i % 2]}
                    opacity={0.14}
                  />
                ),
            )}
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
          {dots.map((dot, k) => (
            <span
              key={dot.name}
              title={dot.name}
              className={classNames(dotLook, dot.isHollow ? 'border-ink bg-paper' : 'border-paper bg-ink')}
              style={place(dot)}
            >
              {dot.label && (
                <span
                  className={classNames(
                    'absolute mb-0.5 whitespace-nowrap text-ink',
                    across.at(dot.x) > 60 ? 'right-0' : 'left-0',
                  )}
                  style={{ bottom: `calc(100% + ${levels[k]}rem)` }}
                >
                  {dot.label}
                </span>
              )}
            </span>
          ))}
        </div>
        {ends.length > 0 && (
          <ul className={classNames('relative hidden @xl:block', head)}>
            {ends.map(({ name, index, at }) => (
              <li
                key={name}
                className="absolute left-2 flex translate-y-1/2 items-center gap-1.5 leading-tight text-ink"
                style={{ bottom: percent(at) }}
              >
                <DashSample index={index} className="w-4 shrink-0" />
                {name}
              </li>
            ))}
          </ul>
        )}
        <span />
        <div className="relative mt-1.5 h-4">
          {across.ticks.map((tick, i) => (
            <span
              key={tick}
              className={classNames(
                'figures absolute whitespace-nowrap',
                i === 0 ? '' : across.at(tick) > 96 ? '-translate-x-full' : '-translate-x-1/2',
                i % 2 === 1 && across.ticks.length > 4 && 'max-sm:hidden',
              )}
              style={{ left: percent(across.at(tick)) }}
            >
              {x.format(tick)}
            </span>
          ))}
        </div>
        {ends.length > 0 && <span className="hidden @xl:block" />}
        <span />
        <p className="mt-1 text-right">{x.name}</p>
      </div>
      {series.length > 1 && (
        <ul className="flex flex-wrap gap-x-5 text-sm text-muted @xl:hidden">
          {series.map(({ name }, i) => (
            <li key={name} className="flex items-center gap-2">
              <DashSample index={i} className="w-6" />
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

/** How the lines of a series are drawn. */
function DashSample({ index, className }: { index: number; className: string }) {
  return (
    <svg aria-hidden className={classNames('h-2', className)}>
      <line
        x2="24"
        y1="4"
        y2="4"
        strokeWidth="1.5"
        strokeDasharray={dashes[index % dashes.length]}
        className={strokes[index % 2]}
      />
    </svg>
  )
}

/** Rounded, because engines differ in the last bits of a logarithm, and what the server draws must be what the page has. */
const percent = (value: number) => `${value.toFixed(2)}%`

const bandEnds = ({ points }: { points: readonly Banded[] }) =>
  points.flatMap(({ low, high }) => [low, high].filter((end) => end !== undefined))

/** A step curve holds its height until the next point. */
function trace(points: readonly Point[], isStep: boolean): readonly Point[] {
  if (!isStep) return points
  return points.flatMap((point, i) => {
    const before = points[i - 1]
    return before ? [{ x: before.x, y: point.y }, point] : [point]
  })
}
