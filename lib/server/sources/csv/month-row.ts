import { z } from 'zod'
import type { Observation } from '@/lib/market/observations/observation'
import { figureOrUnknown, month, networkSlug, priceOrUnknown } from '../figures'

/** A row in the columns of `db/seed/networks-monthly.csv`. */
export const networkMonthRow = z.object({
  network: networkSlug,
  month,
  reward_tokens: figureOrUnknown,
  token_price_usd: priceOrUnknown,
  rewards_usd: figureOrUnknown,
  active_nodes: figureOrUnknown,
})

const measures = ['reward_tokens', 'token_price_usd', 'rewards_usd', 'active_nodes'] as const

/** The four figures of a row; a blank is an observation too: the source lists the month and does not know. */
export function monthObservations(row: z.output<typeof networkMonthRow>, knownAt: Date): Observation[] {
  return measures.map((measure) => ({
    network: row.network,
    measure,
    span: 'month',
    period: row.month,
    value: row[measure] ?? undefined,
    knownAt,
  }))
}
