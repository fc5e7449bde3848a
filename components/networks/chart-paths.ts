import type { ReadMark } from '@/components/charts/read-off'
import { formatDay, formatMonth } from '@/lib/core/format'

export type ChartSeries = {
  name: string
  /** oldest first; `low` and `high` draw a band */
  points: readonly { at: string; value: number; low?: number | undefined; high?: number | undefined }[]
}

type Points = ChartSeries['points']
export type Along = (at: string) => number
export type Above = (value: number) => number

/** What is read off at each date: every line's figure, beside the highest of them. */
export function marksOf(
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

/** Dates that neither neighbour of is known: a line would pass them over. */
export function alone(points: Points, place: (at: string) => number): Points {
  const known = new Set(points.map(({ at }) => place(at)))
  return points.filter(({ at }) => !known.has(place(at) - 1) && !known.has(place(at) + 1))
}

/** A stroke a run of known dates; a run of one is a dot of the stroke's width. */
export function lineOf(points: Points, x: Along, y: Above, place: (at: string) => number): string {
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
export function marked(points: Points, x: Along): Points {
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

const fixed = (value: number) => value.toFixed(2)
