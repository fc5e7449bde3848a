import { cellToLatLng, isValidCell } from 'h3-js'
import type { CellsMap } from '@/lib/market/cell-map'
import { worldProjection } from './world-projection'

/** Places many cells on the world map, each with how often it was given; what is no H3 cell is left out. */
export function drawCells(cells: Iterable<string>): CellsMap {
  const onWorld = worldProjection()
  const counts = new Map<string, number>()
  for (const cell of cells) if (isValidCell(cell)) counts.set(cell, (counts.get(cell) ?? 0) + 1)
  return {
    cells: [...counts].flatMap(([cell, count]) => {
      const [latitude, longitude] = cellToLatLng(cell)
      const point = onWorld([longitude, latitude])
      return point ? [{ cell, count, x: point[0], y: point[1] }] : []
    }),
  }
}
