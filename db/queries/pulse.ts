import { sql } from 'drizzle-orm'
import type { Pulse } from '@/lib/market/pulse'
import type { Queryable } from '../client'
import { standingAt } from './market-standing'

/** Counts over the whole market, at head time `now`. */
export async function pulseCounts(db: Queryable, now: Date): Promise<Omit<Pulse, 'head' | 'now'>> {
  const { rows } = await db.execute<{
    positions: number
    for_sale: number
    asked: string
    sales: number
    sales_this_week: number
    volume: string
    networks: number
  }>(sql`
    select positions, for_sale, asked, sales, sales_this_week, volume, networks
    from (
      select count(*)::int as positions, count(listing_hash)::int as for_sale, coalesce(sum(price), 0)::text as asked
      from ${standingAt(now)} as standing
    ) as market, (
      select count(*)::int as sales, coalesce(sum(price), 0)::text as volume,
        (count(*) filter (where time > ${now}::timestamptz - interval '7 days'))::int as sales_this_week
      from sales
    ) as sold, (
      select count(*)::int as networks from networks
    ) as known`)
  const [row] = rows
  return {
    positions: row?.positions ?? 0,
    forSale: row?.for_sale ?? 0,
    asked: BigInt(row?.asked ?? 0),
    sales: row?.sales ?? 0,
    salesThisWeek: row?.sales_this_week ?? 0,
    volume: BigInt(row?.volume ?? 0),
    networks: row?.networks ?? 0,
  }
}
