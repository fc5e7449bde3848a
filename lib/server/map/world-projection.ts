import { type GeoProjection, geoEqualEarth } from 'd3-geo'
import type { MultiPoint } from 'geojson'
import { WORLD } from '@/lib/market/cell-map'

/** Every place people live: from below Tierra del Fuego to the north of Greenland, all the way round. */
const inhabited: MultiPoint = {
  type: 'MultiPoint',
  coordinates: [
    [-180, 0],
    [180, 0],
    [0, -58],
    [0, 84],
  ],
}

/** How /map/world.svg lays the world out, so that marks fall on the right place of it. */
export function worldProjection(): GeoProjection {
  return geoEqualEarth().fitExtent(
    [
      [1, 1],
      [WORLD.width - 1, WORLD.height - 1],
    ],
    inhabited,
  )
}
