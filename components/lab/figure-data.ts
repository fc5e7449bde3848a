import { csvLine } from '@/lib/core/csv/format-csv'

export type FigureSeries = {
  name: string
  points: readonly { x: number; y: number; low?: number; high?: number }[]
}

/** What a drawn figure shows, as a reader takes it along. */
export type FigureData = {
  title: string
  x: string
  y: string
  series: readonly FigureSeries[]
}

/** A line a point: series, x, y; the ends of its interval where any series has one. */
export function figureCsv({ x, y, series }: FigureData): string {
  const isBanded = series.some(({ points }) => points.some(({ low }) => low !== undefined))
  const rows = series.flatMap(({ name, points }) =>
    points.map((point) => [name, point.x, point.y, ...(isBanded ? [point.low, point.high] : [])]),
  )
  return [['series', x, y, ...(isBanded ? ['low', 'high'] : [])], ...rows].map(csvLine).join('')
}

/** The same as JSON, with whose figures they are and the address that draws them again. */
export function figureJson(data: FigureData, origin: { source: string; address: string }): string {
  return `${JSON.stringify({ ...data, ...origin }, null, 1)}\n`
}

/** One row an x, one cell a series; a series without a point there has none. */
export function figureRows({
  series,
}: Pick<FigureData, 'series'>): { x: number; ys: (number | undefined)[] }[] {
  const known = series.map(({ points }) => new Map(points.map(({ x, y }) => [x, y])))
  const xs = [...new Set(known.flatMap((points) => [...points.keys()]))].sort((a, b) => a - b)
  return xs.map((x) => ({ x, ys: known.map((points) => points.get(x)) }))
}
