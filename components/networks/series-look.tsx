/** How one of several lines is drawn: told apart by dash and mark, and in two tones. */
export type SeriesLook = {
  stroke: string
  fill: string
  dash: string | undefined
  mark: string
  isHollow: boolean
}

const ink = { stroke: 'stroke-ink', fill: 'fill-ink' }
const amber = { stroke: 'stroke-[var(--series-2)]', fill: 'fill-[var(--series-2)]' }

const circle = 'M-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0z'
const square = 'M-3-3h6v6h-6z'
const triangle = 'M0-4 3.8 3h-7.6z'

const looks: readonly SeriesLook[] = [
  { ...ink, dash: undefined, mark: circle, isHollow: false },
  { ...amber, dash: '7 4', mark: square, isHollow: false },
  { ...ink, dash: '2 3', mark: triangle, isHollow: false },
  { ...amber, dash: undefined, mark: circle, isHollow: true },
  { ...ink, dash: '7 4', mark: square, isHollow: true },
  { ...amber, dash: '2 3', mark: triangle, isHollow: true },
]

export function seriesLook(index: number): SeriesLook {
  const look = looks[index % looks.length]
  if (!look) throw new RangeError('A line has a look.')
  return look
}

/** The mark of a line, about its own origin. */
export function SeriesMark({ look: { stroke, fill, mark, isHollow } }: { look: SeriesLook }) {
  return <path d={mark} className={`${stroke} ${isHollow ? 'fill-paper' : fill}`} strokeWidth="1.5" />
}
