import type { GeometryCollection, MultiPolygon, Topology } from 'topojson-specification'

/** Scale of the geometry: 110m for the world, 50m for a region. */
export type Atlas = '110m' | '50m'

export type CountriesTopology = Topology<{
  countries: GeometryCollection<{ name: string }>
  land: GeometryCollection<MultiPolygon>
}>
