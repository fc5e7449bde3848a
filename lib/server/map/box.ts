import type { Position } from 'geojson'

/** Bounds in degrees. What crosses the antimeridian has a box all round the world: wide, never too narrow. */
export type Box = { west: number; south: number; east: number; north: number }

export function boxOf(points: readonly Position[]): Box {
  const box = { west: 180, south: 90, east: -180, north: -90 }
  for (const [longitude = 0, latitude = 0] of points) {
    box.west = Math.min(box.west, longitude)
    box.east = Math.max(box.east, longitude)
    box.south = Math.min(box.south, latitude)
    box.north = Math.max(box.north, latitude)
  }
  return box
}

/** Bounds of everything within a distance of a point; all longitudes where a pole or the antimeridian is near. */
export function boxAround([longitude, latitude]: readonly [number, number], kilometres: number): Box {
  const reach = kilometres / 111
  const [south, north] = [latitude - reach, latitude + reach]
  const shrink = Math.cos((Math.min(89.9, Math.max(Math.abs(south), Math.abs(north))) * Math.PI) / 180)
  const [west, east] = [longitude - reach / shrink, longitude + reach / shrink]
  return west < -180 || east > 180 ? { west: -180, south, east: 180, north } : { west, south, east, north }
}

export function isApart(one: Box, other: Box): boolean {
  return one.east < other.west || other.east < one.west || one.north < other.south || other.north < one.south
}
