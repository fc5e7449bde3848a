import type { ChartPoint } from './chart-point'

const WIDTH = 120
const HEIGHT = 28
const EDGE = 2

/** A series without axes, from zero to its highest; gaps stay gaps. It is drawn on the server and needs no script. */
export function Sparkline({ points, label }: { points: readonly ChartPoint[]; label: string }) {
  const highest = Math.max(...points.map(({ value }) => value ?? 0))
  const place = ({ value }: ChartPoint, index: number) => ({
    x: EDGE + (index / Math.max(points.length - 1, 1)) * (WIDTH - 2 * EDGE),
    y: value === null ? null : HEIGHT - EDGE - (highest > 0 ? value / highest : 0) * (HEIGHT - 2 * EDGE),
  })
  const places = points.map(place)
  const end = places.findLast(({ y }) => y !== null)
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="h-7 w-full max-w-40 fill-none stroke-ink"
      preserveAspectRatio="none"
    >
      <title>{label}</title>
      <path d={pathOf(places)} strokeWidth="1.25" vectorEffect="non-scaling-stroke" strokeLinecap="round" />
      {end && end.y !== null && (
        <path
          d={`M${end.x.toFixed(1)} ${end.y.toFixed(1)}h0`}
          strokeWidth="4"
          strokeLinecap="round"
          vectorEffect="non-scaling-stroke"
        />
      )}
    </svg>
  )
}

/** A line a run of known months; a run of one is a dot of the line's width. */
function pathOf(places: readonly { x: number; y: number | null }[]): string {
  let isDrawing = false
  let path = ''
  for (const { x, y } of places) {
    if (y !== null) path += `${isDrawing ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}${isDrawing ? '' : 'h0'}`
    isDrawing = y !== null
  }
  return path
}
