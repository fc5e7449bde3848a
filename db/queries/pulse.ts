import { sql } from 'drizzle-orm'
import type { Pulse } from '@/lib/market/pulse'
import type { Queryable } from '../client'

/** Counts over the whole market, at head time `now`. */
export async function pulseCounts(db: Queryable, now: Date): Promise<Omit<Pulse, 'head' | 'now'>> {
  const { rows } = await db.execute<{
    positions: number
    for_sale: number
    sales: number
    volume: string
    networks: number
  }>(sql`
    select
      (select count(*)::int from positions) as positions,
      (select count(distinct orders.position_id)::int
        from orders join order_states on order_states.order_hash = orders.hash
        where orders.kind = 'listing' and order_states.status = 'open'
          and orders.start_time <= ${now} and orders.end_time > ${now}) as for_sale,
      (select count(*)::int from sales) as sales,
      (select coalesce(sum(price), 0)::text from sales) as volume,
      (select count(*)::int from networks) as networks`)
  const [row] = rows
  return {
    positions: row?.positions ?? 0,
    forSale: row?.for_sale ?? 0,
    sales: row?.sales ?? 0,
    volume: BigInt(row?.volume ?? 0),
    networks: row?.networks ?? 0,
  }
}
