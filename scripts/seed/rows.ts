import { z } from 'zod'
import { regions } from '@/lib/market/region'

const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,30}$/, 'is not a slug')
const decimalText = /^\d+(\.\d+)?(e[+-]?\d{1,2})?$/i
const blankOr = (text: z.ZodString) =>
  z
    .literal('')
    .transform(() => null)
    .or(text)

/** An exact decimal, kept as text so that nothing is rounded on its way into a numeric column. */
const figure = z.string().regex(decimalText, 'is not a figure of at least zero')
const figureOrUnknown = blankOr(figure)
/** In these sources a price of 0 was rounded away: it is unknown, not nothing. */
const priceOrUnknown = figureOrUnknown.transform((text) => (text !== null && Number(text) > 0 ? text : null))
const month = z
  .string()
  .regex(/^20\d\d-(0[1-9]|1[0-2])$/, 'is not a month (YYYY-MM)')
  .transform((text) => `${text}-01`)

export const networkRow = z.object({
  slug,
  name: z.string().min(1),
  category: z.enum(['wireless', 'geospatial', 'mobility', 'energy', 'compute', 'storage', 'bandwidth']),
  token: z.string().regex(/^[A-Z]{2,10}$/, 'is not a token symbol'),
  is_physical: z.enum(['true', 'false']).transform((text) => text === 'true'),
})

export const networkMonthRow = z.object({
  network: slug,
  month,
  reward_tokens: figureOrUnknown,
  token_price_usd: priceOrUnknown,
  rewards_usd: figureOrUnknown,
  active_nodes: figureOrUnknown.transform((text) => (text === null ? null : Number(text))),
})

export const tokenPriceRow = z.object({
  token: z.string().min(1),
  date: z.iso.date(),
  price_usd: priceOrUnknown,
})

export const operatorMonthRow = z.object({
  operator: slug,
  month,
  nodes: z
    .string()
    .regex(/^[1-9]\d*$/, 'is not a number of nodes')
    .transform(Number),
  rewards_usd: figure,
  reward_tokens: figureOrUnknown,
  relays: figureOrUnknown,
  avg_stake_tokens: figureOrUnknown,
  cost_usd_per_node: figureOrUnknown,
  cost_usd_per_node_low: figureOrUnknown,
  cost_usd_per_node_high: figureOrUnknown,
})

export const deviceModelRow = z.object({ slug, network: slug, name: z.string().min(1) })

export const assumptionRow = z.object({
  subject: slug,
  name: z.string().regex(/^[a-z_]+$/, 'is not a name'),
  value: figure,
  unit: z.string().min(1),
  note: z.string().min(1),
})

export const h3RegionRow = z.object({
  cell: z.string().regex(/^82[0-9a-f]{13}$/, 'is not an H3 cell of resolution 2'),
  region: z.enum(regions),
})
