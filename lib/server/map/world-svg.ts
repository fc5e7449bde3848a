import { geoGraticule, geoPath } from 'd3-geo'
import type { LineString } from 'geojson'
import { WORLD } from '@/lib/market/cell-map'
import { readWorld } from './read-world'
import { SparsePath } from './sparse-path'
import { worldProjection } from './world-projection'

/** The 180th meridian on its eastern side: the grid's own runs along the western one. */
const easternEdge: LineString = {
  type: 'LineString',
  coordinates: Array.from({ length: 37 }, (_, k) => [179.999, 5 * k - 90]),
}

/**
 * The world as an SVG file with three parts, `#land`, `#borders` and `#grid`: meridians and parallels every thirty
 * degrees. A page refers to them by `<use>`, so that they take the page's colours and every page shares one cached file.
 */
export async function worldSvg(): Promise<string> {
  const { land, borders } = await readWorld('110m')
  const projection = worldProjection().clipExtent([
    [0, 0],
    [WORLD.width, WORLD.height],
  ])
  const coast = new SparsePath(0.7)
  const drawCoast = geoPath(projection, coast)
  for (const { polygon } of land) drawCoast(polygon)
  const lines = new SparsePath(0.7)
  geoPath(projection, lines)(borders)
  const grid = new SparsePath(2)
  const drawGrid = geoPath(projection, grid)
  drawGrid(geoGraticule().step([30, 30])())
  drawGrid(easternEdge)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WORLD.width} ${WORLD.height}">`,
    `<path id="land" d="${coast}"/>`,
    `<path id="borders" d="${lines}"/>`,
    `<path id="grid" d="${grid}"/>`,
    '</svg>',
  ].join('')
}
