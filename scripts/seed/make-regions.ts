import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { cellToChildren, cellToLatLng, getRes0Cells } from 'h3-js'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import countries from 'world-countries'
import { regions } from '@/lib/market/region'

/*
 * Makes db/seed/h3-regions.csv: for each H3 cell of resolution 2 (about 87,000 km²) the region most of its land lies in.
 * Land and borders are Natural Earth's at 1:50 million (world-atlas), regions of countries the UN's (world-countries).
 *   npx tsx scripts/seed/make-regions.ts
 */
type Region = (typeof regions)[number]
type Ring = readonly (readonly [number, number])[]
type Area = { region: Region; ring: Ring; holes: Ring[]; box: [number, number, number, number] }

const names: Record<string, Region> = {
  Africa: 'africa',
  Asia: 'asia',
  Europe: 'europe',
  Oceania: 'oceania',
  'South America': 'south-america',
  'North America': 'north-america',
  'Central America': 'north-america',
  Caribbean: 'north-america',
}
const regionOfCountry = new Map(
  countries.map((country) => [
    country.ccn3,
    names[country.region === 'Americas' ? country.subregion : country.region],
  ]),
)

function readAreas(): Area[] {
  const atlas: Topology<{ countries: GeometryCollection }> = createRequire(import.meta.url)(
    'world-atlas/countries-50m.json',
  )
  return feature(atlas, atlas.objects.countries).features.flatMap(({ id, geometry }) => {
    const region = regionOfCountry.get(String(id).padStart(3, '0'))
    if (!region || (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon')) return []
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    return polygons.map(([ring, ...holes]) =>
      toArea(region, ring as unknown as Ring, holes as unknown as Ring[]),
    )
  })
}

function toArea(region: Region, ring: Ring, holes: Ring[]): Area {
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)]
  return { region, ring, holes, box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] }
}

/** Whether a point lies in a ring, by the number of edges a ray to the east crosses. */
function isIn(ring: Ring, x: number, y: number): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i] ?? [0, 0]
    const [xj, yj] = ring[j] ?? [0, 0]
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside
  }
  return inside
}

function regionAt(areas: readonly Area[], x: number, y: number): Region | undefined {
  return areas.find(
    ({ box, ring, holes }) =>
      x >= box[0] &&
      y >= box[1] &&
      x <= box[2] &&
      y <= box[3] &&
      isIn(ring, x, y) &&
      !holes.some((hole) => isIn(hole, x, y)),
  )?.region
}

function mostOf(found: readonly (Region | undefined)[]): Region | undefined {
  const counts = regions.map((region) => [region, found.filter((one) => one === region).length] as const)
  const [first] = counts.filter(([, count]) => count > 0).sort((a, b) => b[1] - a[1])
  return first?.[0]
}

const areas = readAreas()
const rows = getRes0Cells()
  .flatMap((cell) => cellToChildren(cell, 2))
  .flatMap((cell) => {
    const region = mostOf(
      cellToChildren(cell, 4).map((child) => {
        const [latitude, longitude] = cellToLatLng(child)
        return regionAt(areas, longitude, latitude)
      }),
    )
    return region ? [`${cell},${region}`] : []
  })
writeFileSync('db/seed/h3-regions.csv', `cell,region\n${rows.sort().join('\n')}\n`)
console.log(`${rows.length} cells with land`)
