import { z } from 'zod'
import { regions } from '@/lib/market/region'
import {
  figure,
  figureOrUnknown,
  month,
  priceOrUnknown,
  networkSlug as slug,
} from '@/lib/server/sources/figures'

export const networkRow = z.object({
  slug,
  name: z.string().min(1),
  category: z.enum(['wireless', 'geospatial', 'mobility', 'energy', 'compute', 'storage', 'bandwidth']),
  token: z.string().regex(/^[A-Z]{2,10}$/, 'is not a token symbol'),
  is_physical: z.enum(['true', 'false']).transform((text) => text === 'true'),
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
