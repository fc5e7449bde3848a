import { sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'

/**
 * Writes a network's months as the sums over its operators'. Tokens, and the price that follows from them (dollars
 * over tokens, six digits), are known only where every operator's tokens are.
 */
export async function sumOperatorMonths(db: Queryable, network: string, source: string): Promise<void> {
  await db.execute(sql`
    insert into network_months (network, month, reward_tokens, token_price_usd, rewards_usd, active_nodes, source)
    select ${network}, month,
      case when count(*) = count(reward_tokens) then sum(reward_tokens) end,
      case when count(*) = count(reward_tokens) then round(sum(rewards_usd) / nullif(sum(reward_tokens), 0), 6) end,
      sum(rewards_usd), sum(nodes), ${source}
    from operator_months join operators on operators.slug = operator_months.operator
    where operators.network = ${network}
    group by month
    on conflict (network, month) do update set
      reward_tokens = excluded.reward_tokens, token_price_usd = excluded.token_price_usd,
      rewards_usd = excluded.rewards_usd, active_nodes = excluded.active_nodes, source = excluded.source`)
}
