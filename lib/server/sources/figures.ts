import { z } from 'zod'

// long enough for any token's total in its smallest unit; the length keeps one answer from being a million digits
const decimalText = /^\d{1,80}(\.\d{1,80})?(e[+-]?\d{1,2})?$/i

export const networkSlug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,30}$/, 'is not a slug')

/** An exact decimal, kept as text so that nothing is rounded on its way into a numeric column. */
export const figure = z.string().regex(decimalText, 'is not a figure of at least zero')

/** Blank is unknown. */
export const figureOrUnknown = z
  .literal('')
  .transform(() => null)
  .or(figure)

/** In these sources a price of 0 was rounded away: it is unknown, not nothing. */
export const priceOrUnknown = figureOrUnknown.transform((text) =>
  text !== null && Number(text) > 0 ? text : null,
)

/** YYYY-MM → the month's first day. */
export const month = z
  .string()
  .regex(/^20\d\d-(0[1-9]|1[0-2])$/, 'is not a month (YYYY-MM)')
  .transform((text) => `${text}-01`)
