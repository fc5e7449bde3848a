import { sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'

/** A month of a network as the sums over its operators', every figure exact. */
export type SummedMonth = {
  network: string
  /** first day of the month */
  month: string
  reward_tokens: string | null
  token_price_usd: string | null
  rewards_usd: string
  active_nodes: string
}

/**
 * A network's months as the sums over its operators'. Tokens, and the price that follows from them (dollars over
 * tokens, six digits), are known only where every operator's tokens are.
 */
export async function sumOperatorMonths(db: Queryable, network: string): Promise<SummedMonth[]> {
  const { rows } = await db.execute<SummedMonth>(sql`
    select ${network}::text as network, month::text as month,
      (case when count(*) = count(reward_tokens) then sum(reward_tokens) end)::text as reward_tokens,
      (case when count(*) = count(reward_tokens)
        then round(sum(rewards_usd) / nullif(sum(reward_tokens), 0), 6) end)::text as token_price_usd,
      sum(rewards_usd)::text as rewards_usd, sum(nodes)::text as active_nodes
    from operator_months join operators on operators.slug = operator_months.operator
    where operators.network = ${network}
    group by month
    order by month`)
  return rows
}
