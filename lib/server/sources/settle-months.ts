import { inArray, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { observations } from '@/db/schema'

/**
 * Brings `network_months` of these networks to what their observations settle on now (the rule of
 * `lib/market/observations/settle`, in SQL). Months nobody observed stay as they are. Nothing on record is of the future
 * (see `admit`), so no moment is asked for: the database's clock, and when its transaction began, do not matter.
 */
export async function settleMonths(tx: Transaction, networks: readonly string[]): Promise<void> {
  if (networks.length === 0) return
  await tx.execute(sql`
    with newest as (
      select distinct on (network, measure, period, source) network, measure, period, source, value, known_at
      from observations
      where span = 'month' and ${inArray(observations.network, [...networks])}
      order by network, measure, period, source, known_at desc
    ), settled as (
      select distinct on (network, measure, period) network, measure, period, value, title
      from newest join figure_sources on figure_sources.slug = newest.source
      order by network, measure, period, (value is null), rank, known_at desc, source collate "C"
    )
    insert into network_months as m (network, month, reward_tokens, token_price_usd, rewards_usd, active_nodes, source)
    select network, period,
      max(value) filter (where measure = 'reward_tokens'),
      max(value) filter (where measure = 'token_price_usd'),
      max(value) filter (where measure = 'rewards_usd'),
      max(value) filter (where measure = 'active_nodes'),
      coalesce(
        string_agg(distinct title, '; ' order by title) filter (where value is not null),
        string_agg(distinct title, '; ' order by title))
    from settled
    where measure in ('reward_tokens','token_price_usd','rewards_usd','active_nodes')
    group by network, period
    on conflict (network, month) do update set
      reward_tokens = excluded.reward_tokens, token_price_usd = excluded.token_price_usd,
      rewards_usd = excluded.rewards_usd, active_nodes = excluded.active_nodes, source = excluded.source
    where (m.reward_tokens, m.token_price_usd, m.rewards_usd, m.active_nodes, m.source)
      is distinct from
      (excluded.reward_tokens, excluded.token_price_usd, excluded.rewards_usd, excluded.active_nodes, excluded.source)`)
}
