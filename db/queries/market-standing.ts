import { type SQL, sql } from 'drizzle-orm'

const facts = `position_id, owner, network, network_name, category, model, operator, name, is_demonstration, cell, region,
  words, value, p5, p50, p95, net_month, reward, reward_month, reward_basis, uptime`

/**
 * The market's rows as they stand at a moment, for a FROM clause. The listing that is kept with a row is the cheapest
 * from `since` until `until`; a row outside of that has it judged here, so that what is shown never rests on when the
 * row was last refreshed.
 */
export function standingAt(now: Date): SQL {
  return sql`(
    select ${sql.raw(facts)}, listing_hash, price, listing_end, bound from position_market
    where since <= ${now} and until > ${now}
    union all
    select ${sql.raw(facts)}, l.hash, l.price, l.end_time, l.bound
    from (select ${sql.raw(facts)} from position_market where since > ${now} or until <= ${now}) as late
    left join lateral cheapest_listing(late.position_id, ${now}) as l on true)`
}
