import type { Place } from './place-of'

/** Resolution of public places: about 250 km² a cell. */
export const RESOLUTION = 5

/** The public cell a point lies in. The geometry code is loaded with the first point. */
export async function cellOf({ latitude, longitude }: Place): Promise<string> {
  const { latLngToCell } = await import('h3-js')
  return latLngToCell(latitude, longitude, RESOLUTION)
}
