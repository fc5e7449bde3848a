import { type GeoProjection, geoAzimuthalEqualArea, geoPath } from 'd3-geo'
import { cellArea, cellToBoundary, cellToLatLng, gridDisk, isValidCell } from 'h3-js'
import { INSET, REGION_KM } from '@/lib/market/cell-map'
import { boxAround, isApart } from './box'
import { readWorld, type World } from './read-world'
import { SparsePath } from './sparse-path'

const EARTH_KM = 6_371.0088
/** the near map spans this many diameters of the cell */
const NEAR_CELLS = 5

/** What the near map of a cell spans, in kilometres. */
export function nearKilometres(cell: string): number {
  return NEAR_CELLS * 2 * Math.sqrt(cellArea(cell, 'km2') / Math.PI)
}

/**
 * A cell's maps as one SVG file whose parts a page refers to by `<use>`: `#region-land`, `#region-borders` and
 * `#region-cell`, `REGION_KM` wide, and `#near-land`, `#near-borders`, `#near-neighbours` and `#near-cell`.
 * @returns undefined for what is no H3 cell
 */
export async function cellSvg(cell: string): Promise<string | undefined> {
  if (!isValidCell(cell)) return undefined
  const [latitude, longitude] = cellToLatLng(cell)
  const middle: [number, number] = [longitude, latitude]
  const world = await readWorld('50m')
  const near = mapAround(middle, nearKilometres(cell))
  const around = gridDisk(cell, 3).filter((other) => other !== cell)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${INSET} ${INSET}">`,
    ground('region', world, middle, REGION_KM),
    part('region-cell', outline(mapAround(middle, REGION_KM), cell)),
    ground('near', world, middle, nearKilometres(cell)),
    part('near-neighbours', around.map((other) => outline(near, other)).join('')),
    part('near-cell', outline(near, cell)),
    '</svg>',
  ].join('')
}

/** A square map about a point, `kilometres` wide. */
function mapAround([longitude, latitude]: readonly [number, number], kilometres: number): GeoProjection {
  return geoAzimuthalEqualArea()
    .rotate([-longitude, -latitude])
    .translate([INSET / 2, INSET / 2])
    .scale((INSET * EARTH_KM) / kilometres)
    .clipAngle(Math.min(90, ((kilometres / EARTH_KM) * 180) / Math.PI))
    .clipExtent([
      [-1, -1],
      [INSET + 1, INSET + 1],
    ])
    .precision(0.5)
}

function ground(name: string, world: World, middle: [number, number], kilometres: number): string {
  const projection = mapAround(middle, kilometres)
  const reach = boxAround(middle, kilometres)
  const land = new SparsePath(0.6)
  const drawLand = geoPath(projection, land)
  for (const { polygon, box } of world.land) if (!isApart(box, reach)) drawLand(polygon)
  const borders = new SparsePath(0.6)
  geoPath(projection, borders)(world.borders)
  return part(`${name}-land`, `${land}`) + part(`${name}-borders`, `${borders}`)
}

function part(id: string, path: string): string {
  return `<path id="${id}" d="${path}"/>`
}

/** A cell's corners joined by straight lines. */
function outline(projection: GeoProjection, cell: string): string {
  const corners = cellToBoundary(cell).flatMap(([latitude, longitude]) => {
    const point = projection([longitude, latitude])
    return point ? [`${point[0].toFixed(1)} ${point[1].toFixed(1)}`] : []
  })
  return corners.length > 2 ? `M${corners.join('L')}Z` : ''
}
