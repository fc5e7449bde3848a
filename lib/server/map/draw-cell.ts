import { geoContains } from 'd3-geo'
import { cellArea, cellToBoundary, cellToLatLng, getResolution, isValidCell } from 'h3-js'
import type { CellMap } from '@/lib/market/cell-map'
import { isApart } from './box'
import { nearKilometres } from './cell-svg'
import { readWorld } from './read-world'
import { worldProjection } from './world-projection'

/**
 * Says where a cell lies, and its place on the world map.
 * @returns undefined for what is no H3 cell (the contract takes any number)
 */
export async function drawCell(cell: string): Promise<CellMap | undefined> {
  if (!isValidCell(cell)) return undefined
  const [latitude, longitude] = cellToLatLng(cell)
  const [x, y] = worldProjection()([longitude, latitude]) ?? [0, 0]
  return {
    cell,
    resolution: getResolution(cell),
    area: cellArea(cell, 'km2'),
    latitude: toTenth(latitude),
    longitude: toTenth(longitude),
    country: await countryOf([[latitude, longitude], ...cellToBoundary(cell)]),
    world: { x: toTenth(x), y: toTenth(y) },
    nearKm: nearKilometres(cell),
  }
}

/** The country of the first point that lies in one: a cell's middle may be water where its edge is land. */
async function countryOf(points: readonly (readonly [number, number])[]): Promise<string | undefined> {
  const { countries } = await readWorld('50m')
  for (const [latitude, longitude] of points) {
    const spot = { west: longitude, east: longitude, south: latitude, north: latitude }
    const found = countries.find(
      ({ box, feature }) => !isApart(box, spot) && geoContains(feature, [longitude, latitude]),
    )
    if (found) return found.name
  }
  return undefined
}

/** Adding zero turns −0 into 0. */
function toTenth(value: number): number {
  return Math.round(value * 10) / 10 + 0
}
