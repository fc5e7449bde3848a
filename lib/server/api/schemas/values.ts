import { z } from 'zod'

/*
 * The small values answers are made of. Each has one form, so that a reader never has to guess a unit.
 */

export const address = z
  .string()
  .regex(/^0x[0-9a-f]{40}$/)
  .meta({ id: 'Address', description: 'A 20-byte address, in lower case.' })

export const hash = z
  .string()
  .regex(/^0x[0-9a-f]{64}$/)
  .meta({ id: 'Hash', description: '32 bytes in hex, in lower case.' })

export const moment = z.iso
  .datetime()
  .meta({ id: 'Moment', description: 'A moment as ISO 8601 in UTC, such as 2026-01-31T12:00:00.000Z.' })

export const month = z
  .string()
  .regex(/^\d{4}-\d{2}-01$/)
  .meta({ id: 'Month', description: 'A calendar month, named by its first day.' })

export const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,30}$/)

/** A position's number, as JSON has it. */
export const positionId = z.int().positive()

export const decimal = z
  .string()
  .regex(/^-?\d{1,78}(\.\d{1,60})?$/)
  .meta({ id: 'Decimal', description: 'An exact decimal number, as text.' })

export const integerText = z
  .string()
  .regex(/^\d{1,78}$/)
  .meta({ id: 'IntegerText', description: 'A whole number from zero up, as text, since it may exceed 2^53.' })
