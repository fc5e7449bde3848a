import { classNames } from '@/components/ui/class-names'
import { formatCents, formatUnits } from '@/lib/core/format'
import type { UsdUnits } from '@/lib/core/money'
import { type BarMarks, type Mark, placeMarks, type ValueScale } from '@/lib/market/value-scale'
import { describeValue, type ValueInterval } from './describe-value'

const own: ValueScale = { kind: 'own' }

/**
 * The glyph of Hotswap: a thin line from P5 to P95, a tick at P50, a dot where the price is. Line ends that lie beyond
 * the scale have no cap; a price beyond it becomes an arrow on the edge. A full dot can be paid now, a hollow one cannot.
 */
export function ValueBar({
  value,
  price,
  live = true,
  scale = own,
  size = 'row',
  className,
}: {
  value: ValueInterval
  /** total the buyer pays, in dollar-token base units */
  price?: UsdUnits | undefined
  /** whether the price can be paid now (a listing), or is only a mark (a last sale) */
  live?: boolean
  scale?: ValueScale
  /** large: opens a position's page, with its figures written under it */
  size?: 'row' | 'large'
  className?: string
}) {
  const cents = price === undefined ? undefined : Number(price) / 10_000
  const quantiles = { p5: Number(value.p5), p50: Number(value.p50), p95: Number(value.p95) }
  const marks = placeMarks(quantiles, cents, scale)
  // the value itself is the mean; the bar of a row has no room for it
  const mean = placeMarks(quantiles, Number(value.value), scale).price
  const words = describeValue(value, price)
  if (size === 'row') return <Bar marks={marks} live={live} words={words} className={className} />
  // values lean to the left, those of mere hardware to the right: the two that meet turn their backs on each other
  const isLeft = marks.p50.at - marks.p5.at < 0.14
  const isRight = marks.p95.at - marks.p50.at < 0.14
  const isRow = isLeft && isRight
  return (
    <figure className={classNames('min-w-0', className)}>
      {marks.price && price !== undefined && (
        <div className="relative h-6 text-sm" aria-hidden>
          <Label at={marks.price.at} className="bottom-0">
            <span className="text-signal-text">{live ? 'price' : 'last price'}</span>{' '}
            <span className="figures font-medium">{formatUnits(price)}</span>
          </Label>
        </div>
      )}
      <Bar marks={marks} mean={mean} live={live} words={words} large />
      <figcaption className="text-sm" aria-hidden>
        {/* under their marks where there is room, in a row where there is not */}
        <div className={classNames('flex justify-between', !isRow && 'sm:hidden')}>
          <Quantile name="P5" cents={value.p5} />
          <Quantile name="P50" cents={value.p50} isMedian />
          <Quantile name="P95" cents={value.p95} />
        </div>
        {!isRow && (
          <div className="relative h-11 max-sm:hidden">
            <Label at={marks.p5.at} lean={isLeft ? '-100%' : undefined} className={isLeft ? 'pr-1.5' : ''}>
              <Quantile name="P5" cents={value.p5} />
            </Label>
            <Label
              at={marks.p50.at}
              lean={isLeft ? '0%' : isRight ? '-100%' : undefined}
              className={isLeft ? 'pl-1.5' : isRight ? 'pr-1.5' : ''}
            >
              <Quantile name="P50" cents={value.p50} isMedian />
            </Label>
            <Label at={marks.p95.at} lean={isRight ? '0%' : undefined} className={isRight ? 'pl-1.5' : ''}>
              <Quantile name="P95" cents={value.p95} />
            </Label>
          </div>
        )}
      </figcaption>
    </figure>
  )
}

function Quantile({ name, cents, isMedian }: { name: string; cents: bigint; isMedian?: boolean }) {
  return (
    <span className="block whitespace-nowrap">
      <span className="block text-xs text-muted">{name}</span>
      <span className={classNames('figures', isMedian && 'font-medium')}>{formatCents(cents)}</span>
    </span>
  )
}

/** Text under or above a mark; near an edge it leans inwards so that it stays inside. */
function Label({
  at,
  lean = at < 0.14 ? '0%' : at > 0.86 ? '-100%' : '-50%',
  className,
  children,
}: {
  at: number
  /** how far the text lies to the left of its mark, of its own width */
  lean?: '0%' | '-50%' | '-100%' | undefined
  className?: string
  children: React.ReactNode
}) {
  const align = lean === '0%' ? 'left' : lean === '-100%' ? 'right' : 'center'
  return (
    <span
      className={classNames('absolute whitespace-nowrap', className)}
      style={{ left: percent(at), transform: `translateX(${lean})`, textAlign: align }}
    >
      {children}
    </span>
  )
}

function Bar({
  marks,
  mean,
  live,
  words,
  large,
  className,
}: {
  marks: BarMarks
  mean?: Mark | undefined
  live: boolean
  words: string
  large?: boolean
  className?: string | undefined
}) {
  const { p5, p50, p95, price } = marks
  const middle = large ? 16 : 10
  const cap = large ? 5 : 3
  const tick = large ? 12 : 7
  return (
    <svg
      role="img"
      aria-label={words}
      className={classNames('block w-full overflow-visible', large ? 'h-8' : 'h-5', className)}
    >
      <title>{words}</title>
      <g className="stroke-ink" strokeWidth={large ? 1.5 : 1.25} shapeRendering="crispEdges">
        <line x1={percent(p5.at)} x2={percent(p95.at)} y1={middle} y2={middle} />
        {!p5.off && <End at={p5} middle={middle} reach={cap} />}
        {!p95.off && <End at={p95} middle={middle} reach={cap} />}
        {!p50.off && (
          <line
            x1={percent(p50.at)}
            x2={percent(p50.at)}
            y1={middle - tick}
            y2={middle + tick}
            strokeWidth={large ? 2.5 : 2}
          />
        )}
      </g>
      {mean && !mean.off && (
        <svg aria-hidden="true" x={percent(mean.at)} y={middle} className="overflow-visible">
          <path d="M0 3l5 9h-10Z" className="fill-paper stroke-ink" strokeWidth="1.25" />
        </svg>
      )}
      {price && <Price mark={price} live={live} middle={middle} radius={large ? 6.5 : 4.25} />}
    </svg>
  )
}

function End({ at, middle, reach }: { at: Mark; middle: number; reach: number }) {
  return <line x1={percent(at.at)} x2={percent(at.at)} y1={middle - reach} y2={middle + reach} />
}

function Price({
  mark,
  live,
  middle,
  radius,
}: {
  mark: Mark
  live: boolean
  middle: number
  radius: number
}) {
  const look = live ? 'fill-signal stroke-paper' : 'fill-paper stroke-muted'
  if (!mark.off)
    return <circle cx={percent(mark.at)} cy={middle} r={radius} className={look} strokeWidth={1.5} />
  // an arrow on the edge: the price lies beyond what the bar shows
  const way = mark.off === 'above' ? 1 : -1
  return (
    <svg aria-hidden="true" x={percent(mark.at)} y={middle} className="overflow-visible">
      <path
        d={`M${-way * radius * 1.4} ${-radius}L${way * radius * 0.6} 0L${-way * radius * 1.4} ${radius}Z`}
        className={look}
        strokeWidth={1.5}
      />
    </svg>
  )
}

function percent(at: number): string {
  return `${(at * 100).toFixed(2)}%`
}
