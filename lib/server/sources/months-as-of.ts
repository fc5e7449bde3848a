import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { networks, observations } from '@/db/schema'
import { csvLine } from '@/lib/core/csv/format-csv'
import { settleRows } from './read-observations'

const measures = ['reward_tokens', 'token_price_usd', 'rewards_usd', 'active_nodes'] as const

/**
 * The months of all networks as they were known at a moment, as CSV in the columns of `db/seed/networks-monthly.csv`: what
 * a forecast made then may be fitted and scored on (`npm run -s backtest -- --data FILE`).
 */
export async function monthsAsOf(db: Queryable, asOf: Date): Promise<string> {
  const facts = await db.select().from(networks).orderBy(asc(networks.slug))
  const lines = [csvLine(['network', 'category', 'token', 'month', ...measures])]
  for (const { slug, category, token } of facts) {
    const ofMonths = and(
      eq(observations.network, slug),
      eq(observations.span, 'month'),
      inArray(observations.measure, [...measures]),
    )
    const months = new Map<string, Partial<Record<string, string>>>()
    for (const { figure } of await settleRows(db, ofMonths, asOf)) {
      const month = months.get(figure.period) ?? {}
      months.set(figure.period, { ...month, [figure.measure]: figure.value })
    }
    for (const [period, figures] of months)
      lines.push(csvLine([slug, category, token, period.slice(0, 7), ...measures.map((it) => figures[it])]))
  }
  return lines.join('')
}
