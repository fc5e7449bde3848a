import { InvalidInputError } from '@/lib/core/errors'
import { figureStyle } from '@/lib/core/locale/locale-source'
import { readTyped } from '@/lib/core/locale/read-typed'
import { cities } from './cities'
import type { RegisterDraft } from './register-draft'

/** WGS 84 degrees. */
export type Place = { latitude: number; longitude: number }

/** The point a draft names; undefined while it names none. */
export function placeOf(draft: Pick<RegisterDraft, 'city' | 'latitude' | 'longitude'>): Place | undefined {
  if (draft.city !== 'coordinates') return cities.find(({ name }) => name === draft.city)
  const latitude = degrees(draft.latitude, 90)
  const longitude = degrees(draft.longitude, 180)
  return latitude === undefined || longitude === undefined ? undefined : { latitude, longitude }
}

function degrees(text: string, most: number): number | undefined {
  try {
    // no degree has thousands: a point is its decimals', whatever it is elsewhere
    const value = Number(readTyped(text, { ...figureStyle(), group: '' }))
    return Math.abs(value) <= most ? value : undefined
  } catch (error) {
    if (error instanceof InvalidInputError) return undefined
    throw error
  }
}
