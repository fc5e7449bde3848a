import { sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { supplySqueezes } from '@/db/schema'
import { type FloatAndDemand, supplySqueeze } from '@/lib/mechanism/supply-squeeze'
import { headTime } from '../chain/head-time'
import type { ServerContext } from '../context'

const HOUR = 3_600_000
const UNITS_A_CENT = 10_000
/** History kept: two years of hours. */
const KEPT_DAYS = 730

/**
 * Counts float and demand of every network and keeps them for this hour; the last count of an hour is its row. A squeeze
 * that goes on keeps the moment it began, so that it is told of once. Safe to repeat.
 *
 * @returns networks under a squeeze
 */
export async function refreshSqueezes(server: Pick<ServerContext, 'db' | 'now'>): Promise<string[]> {
  const { db } = server
  const now = await headTime(server)
  const at = new Date(Math.floor(now.getTime() / HOUR) * HOUR)
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('supply-squeezes'))`)
    const before = new Map(
      (
        await tx
          .selectDistinctOn([supplySqueezes.network])
          .from(supplySqueezes)
          .orderBy(supplySqueezes.network, sql`${supplySqueezes.at} desc`)
      ).map((row) => [row.network, row]),
    )
    const squeezed: string[] = []
    for (const { network, ...counts } of await countFloats(tx, now)) {
      const { pressure, isSqueezed } = supplySqueeze(counts)
      const since = isSqueezed ? (before.get(network)?.since ?? now) : null
      const row = { ...counts, pressure: pressure ?? null, isSqueezed, since, computedAt: now }
      await tx
        .insert(supplySqueezes)
        .values({ network, at, ...row })
        .onConflictDoUpdate({ target: [supplySqueezes.network, supplySqueezes.at], set: row })
      if (isSqueezed) squeezed.push(network)
    }
    await tx
      .delete(supplySqueezes)
      .where(sql`${supplySqueezes.at} < ${now.toISOString()}::timestamptz - ${KEPT_DAYS} * interval '1 day'`)
    return squeezed
  })
}

/**
 * Float and demand of each network at head time; sales left out of prices are no demand, and neither is an offer below the
 * median of the position's value: it ties up next to nothing, and many accounts could make one.
 */
async function countFloats(tx: Queryable, now: Date): Promise<(FloatAndDemand & { network: string })[]> {
  const head = sql`${now.toISOString()}::timestamptz`
  const { rows } = await tx.execute<Record<string, string>>(sql`
    with bids as (
      select distinct p.network, o.offerer as account
      from orders o join order_states s on s.order_hash = o.hash and s.status = 'open'
      join positions p on p.id = o.position_id
      join lateral (select v.p50 from valuations v where v.position_id = p.id and v.device_id = p.device_id
        order by v.created_at desc, v.id desc limit 1) newest on o.price >= newest.p50 * ${UNITS_A_CENT}
      where o.kind = 'item_offer' and o.start_time <= ${head} and o.end_time > ${head} and p.owner <> o.offerer
    )
    select n.slug as network,
      (select count(*) from positions p where p.network = n.slug) as supply,
      (select count(distinct o.position_id) from orders o
        join order_states s on s.order_hash = o.hash and s.status = 'open'
        join positions p on p.id = o.position_id and p.network = n.slug
        where o.kind = 'listing' and o.start_time <= ${head} and o.end_time > ${head}) as listed,
      (select count(*) from bids b where b.network = n.slug) as bidders,
      (select count(distinct s.position_id) from sales s where s.network = n.slug and s.time > ${head} - interval '30 days'
        and s.time <= ${head} and not exists (select 1 from sale_marks k where k.block_number = s.block_number
          and k.log_index = s.log_index and k.position_id = s.position_id)) as sales,
      (select count(distinct w.account) from watches w join positions p on p.id = w.position_id
        where p.network = n.slug and p.owner <> w.account
        and not exists (select 1 from bids b where b.network = n.slug and b.account = w.account)) as watchers
    from networks n order by n.slug`)
  return rows.map((row) => ({
    network: String(row.network),
    supply: Number(row.supply),
    listed: Number(row.listed),
    bidders: Number(row.bidders),
    sales: Number(row.sales),
    watchers: Number(row.watchers),
  }))
}
