import { latLngToCell } from 'h3-js'
import { CELL_RESOLUTION } from '@/lib/chain/cell'

export type SeedPlace = { city: string; latitude: number; longitude: number }

/** Middles of cities, well on land. Devices of the seed are said to stand there for demonstration. */
const places: readonly SeedPlace[] = [
  { city: 'Lisbon', latitude: 38.7369, longitude: -9.1427 },
  { city: 'Madrid', latitude: 40.4168, longitude: -3.7038 },
  { city: 'Lyon', latitude: 45.764, longitude: 4.8357 },
  { city: 'Turin', latitude: 45.0703, longitude: 7.6869 },
  { city: 'Munich', latitude: 48.1351, longitude: 11.582 },
  { city: 'Leipzig', latitude: 51.3397, longitude: 12.3731 },
  { city: 'Utrecht', latitude: 52.0907, longitude: 5.1214 },
  { city: 'Manchester', latitude: 53.4808, longitude: -2.2426 },
  { city: 'Warsaw', latitude: 52.2297, longitude: 21.0122 },
  { city: 'Brno', latitude: 49.1951, longitude: 16.6068 },
  { city: 'Austin', latitude: 30.2672, longitude: -97.7431 },
  { city: 'Denver', latitude: 39.7392, longitude: -104.9903 },
  { city: 'Atlanta', latitude: 33.749, longitude: -84.388 },
  { city: 'Phoenix', latitude: 33.4484, longitude: -112.074 },
  { city: 'Columbus', latitude: 39.9612, longitude: -82.9988 },
  { city: 'Mexico City', latitude: 19.4326, longitude: -99.1332 },
  { city: 'Bogotá', latitude: 4.711, longitude: -74.0721 },
  { city: 'São Paulo', latitude: -23.5505, longitude: -46.6333 },
  { city: 'Nairobi', latitude: -1.2864, longitude: 36.8172 },
  { city: 'Johannesburg', latitude: -26.2041, longitude: 28.0473 },
  { city: 'Bengaluru', latitude: 12.9716, longitude: 77.5946 },
  { city: 'Chiang Mai', latitude: 18.7883, longitude: 98.9853 },
  { city: 'Taichung', latitude: 24.1477, longitude: 120.6736 },
  { city: 'Nagoya', latitude: 35.1815, longitude: 136.9066 },
]

/** The place with this number, counted round. */
export function placeAt(index: number): SeedPlace {
  const place = places[index % places.length]
  if (!place) throw new RangeError(`no place ${index}`)
  return place
}

/** H3 cell of a place at the public resolution. */
export function cellOf({ latitude, longitude }: SeedPlace): string {
  return latLngToCell(latitude, longitude, CELL_RESOLUTION)
}
