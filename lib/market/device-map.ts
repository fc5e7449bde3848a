import type { Point } from './cell-map'

/** A dot of the map: devices whose cells lie in one H3 cell. */
export type MapCell = Point & {
  cell: string
  country: string | undefined
  networks: string[]
  devices: number
  forSale: number
}

/** Where devices stand on the world. */
export type DeviceMap = {
  /** most devices first */
  cells: MapCell[]
  /** H3 resolution of the cells; coarser than what is public where there are many */
  resolution: number
  devices: number
  /** of them, how many are demonstrations and not observed devices */
  demonstrations: number
}
