import type { Feature, MultiLineString, Polygon } from 'geojson'
import { feature, mesh } from 'topojson-client'
import type { Atlas, CountriesTopology } from './atlas'
import { type Box, boxOf } from './box'

/** Land, borders between countries, and the countries; what is drawn or asked in parts has its box. */
export type World = {
  land: { polygon: Polygon; box: Box }[]
  borders: MultiLineString
  countries: { name: string; feature: Feature; box: Box }[]
}

const kept = new Map<Atlas, Promise<World>>()

/**
 * Natural Earth's public-domain geometry from the world-atlas package, read once a process.
 * @param atlas its scale
 */
export function readWorld(atlas: Atlas): Promise<World> {
  const before = kept.get(atlas)
  if (before) return before
  const world = readTopology(atlas).then(toWorld)
  kept.set(atlas, world)
  return world
}

async function readTopology(atlas: Atlas): Promise<CountriesTopology> {
  return atlas === '110m'
    ? (await import('world-atlas/countries-110m.json', { with: { type: 'json' } })).default
    : (await import('world-atlas/countries-50m.json', { with: { type: 'json' } })).default
}

function toWorld(topology: CountriesTopology): World {
  const { countries, land } = topology.objects
  return {
    land: feature(topology, land).features.flatMap(({ geometry }) =>
      polygonsOf(geometry).map((polygon) => ({ polygon, box: boxOf(polygon.coordinates.flat()) })),
    ),
    borders: mesh(topology, countries, (one, other) => one !== other),
    countries: feature(topology, countries).features.map((country) => ({
      name: country.properties.name,
      feature: country,
      box: boxOf(polygonsOf(country.geometry).flatMap(({ coordinates }) => coordinates.flat())),
    })),
  }
}

function polygonsOf(geometry: Feature['geometry']): Polygon[] {
  if (geometry.type === 'Polygon') return [geometry]
  if (geometry.type !== 'MultiPolygon') return []
  return geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }))
}
