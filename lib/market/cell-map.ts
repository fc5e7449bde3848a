/** Where an H3 cell lies, in words and on the world map; its own maps are at /map/cells/<cell>. */
export type CellMap = {
  /** H3 index */
  cell: string
  /** H3 resolution: 5 is about 250 km² a cell */
  resolution: number
  /** of this very cell, in km² */
  area: number
  /** middle of the cell, WGS 84 degrees, rounded to a tenth */
  latitude: number
  longitude: number
  /** country that holds the middle of the cell, or a corner where the middle is water; undefined at sea */
  country: string | undefined
  /** middle of the cell on the world map of `WORLD` */
  world: Point
  /** width of the near map in kilometres; that of the region map is `REGION_KM` */
  nearKm: number
}

export type Point = { x: number; y: number }

/** Units of the world map at /map/world.svg: Equal Earth, so that areas compare; without Antarctica. */
export const WORLD = { width: 640, height: 300 } as const

/** Units of a cell's square maps, north up, the cell in the middle. */
export const INSET = 320

/** What the region map spans, in kilometres. */
export const REGION_KM = 3_000
