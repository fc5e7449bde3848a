import { z } from 'zod'
import { parseUnitsExact } from '@/lib/core/money'
import { addressSchema, hash32Schema } from '../input'

/* Query and path parameters, as text comes in. An unknown parameter is refused, so that a misspelt filter is noticed. */

const POSITION = 'A position is named by its number.'

export const positionParam = z.coerce.number(POSITION).int(POSITION).positive(POSITION)

export const slugParam = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,30}$/, 'At most 31 lower-case letters, digits and hyphens.')

export const accountParam = addressSchema

export const hashParam = hash32Schema

/** Whole dollar tokens with at most six decimals → base units. */
export const amountParam = z
  .string()
  .regex(/^\d{1,60}(\.\d{1,6})?$/, 'An amount of dollar tokens, with at most 6 decimals.')
  .transform((text) => parseUnitsExact(text, 6))

export const momentParam = z.iso
  .datetime('A moment as ISO 8601 in UTC, such as 2026-01-31T12:00:00Z.')
  // ISO 8601 has a year 0, PostgreSQL has none
  .refine((text) => !text.startsWith('0000'), 'The first year is 0001.')
  .transform((text) => new Date(text))

export const flagParam = z
  .enum(['true', 'false'], 'It is true or false.')
  .transform((text) => text === 'true')
