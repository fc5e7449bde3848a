import { z } from 'zod'
import { uintSchema } from '../input'

/** Positions one account may watch. */
export const MOST_WATCHES = 500

const positionId = z.int().positive()

export const watchInput = z.object({
  /** null: every position the account owns */
  positionId: positionId.nullable(),
  /** a listing at this price or below, in dollar-token base units */
  below: uintSchema(64)
    .refine((amount) => amount > 0n, 'A price is more than nothing.')
    .nullable(),
  listed: z.boolean(),
  sold: z.boolean(),
  silent: z.boolean(),
  offered: z.boolean(),
  squeeze: z.boolean(),
})

export const watchOfInput = z.object({ positionId: positionId.nullable() })
export const readUpToInput = z.object({ seq: z.int().nonnegative() })
