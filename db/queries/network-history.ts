import { asc, eq, sql } from 'drizzle-orm'
import { networkMonths, networks } from '@/db/schema'
import { fillMonths, type NetworkMonth } from '@/lib/market/network-history'
import type { NetworkMarket, NetworkPage, NetworkRow } from '@/lib/market/network-row'
import { publishedRewards } from '@/lib/market/published-rewards'
import type { Queryable } from '../client'

/** All networks by name, with their whole history and what the market at head time `now` knows of them. */
export async function networkRows(db: Queryable, now: Date): Promise<NetworkRow[]> {
  const [facts, months, markets] = await Promise.all([
    db
      .select()
      .from(networks)
      .orderBy(asc(sql`lower(${networks.name})`)),
    db.select().from(networkMonths),
    networkMarkets(db, now),
  ])
  return facts.map((network) => ({
    ...network,
    months: fillMonths(months.filter((row) => row.network === network.slug).map(toMonth)),
    market: markets.get(network.slug) ?? noMarket,
  }))
}

/** One network; undefined where none has that slug. */
export async function networkPage(db: Queryable, slug: string, now: Date): Promise<NetworkPage | undefined> {
  const [[network], months, markets] = await Promise.all([
    db.select().from(networks).where(eq(networks.slug, slug)),
    db.select().from(networkMonths).where(eq(networkMonths.network, slug)),
    networkMarkets(db, now),
  ])
  return (
    network && {
      ...network,
      months: fillMonths(months.map(toMonth)),
      sources: [...new Set(months.map((row) => row.source))],
      market: markets.get(slug) ?? noMarket,
    }
  )
}

const noMarket: NetworkMarket = {
  positions: 0,
  forSale: 0,
  floor: undefined,
  sales: 0,
  volume: 0n,
  bestBid: undefined,
  timeToSale: undefined,
}

/** Positions, listings that can be filled at head time, and sales, by network. */
export async function networkMarkets(db: Queryable, now: Date): Promise<Map<string, NetworkMarket>> {
  const { rows } = await db.execute<{
    network: string
    positions: number
    for_sale: number
    floor: string | null
    sales: number
    volume: string
    best_bid: string | null
    time_to_sale: number | null
  }>(sql`
    with live as (
      select orders.position_id, min(orders.price) as price
      from orders join order_states on order_states.order_hash = orders.hash
      where orders.kind = 'listing' and order_states.status = 'open'
        and orders.start_time <= ${now} and orders.end_time > ${now}
      group by orders.position_id
    ), supply as (
      select positions.network, count(*)::int as positions, count(live.price)::int as for_sale, min(live.price) as floor
      from positions left join live on live.position_id = positions.id
      group by positions.network
    ), bids as (
      select positions.network, max(orders.price) as best_bid
      from orders join order_states on order_states.order_hash = orders.hash
        join positions on positions.id = orders.position_id
      where orders.kind = 'item_offer' and order_states.status = 'open' and orders.offerer <> positions.owner
        and orders.start_time <= ${now} and orders.end_time > ${now}
      group by positions.network
    ), sold as (
      select sales.network, count(*)::int as sales, sum(sales.price) as volume,
        percentile_cont(0.5) within group (order by greatest(extract(epoch from sales.time - orders.created_at), 0))
          filter (where orders.kind = 'listing') as time_to_sale
      from sales left join orders on orders.hash = sales.order_hash
      group by sales.network
    )
    select coalesce(supply.network, sold.network) as network, coalesce(positions, 0) as positions,
      coalesce(for_sale, 0) as for_sale, floor, coalesce(sales, 0) as sales, coalesce(volume, 0) as volume,
      best_bid, time_to_sale
    from supply full join sold on sold.network = supply.network
      left join bids on bids.network = supply.network`)
  return new Map(
    rows.map((row) => [
      row.network,
      {
        positions: row.positions,
        forSale: row.for_sale,
        floor: row.floor === null ? undefined : BigInt(row.floor),
        sales: row.sales,
        volume: BigInt(row.volume),
        bestBid: row.best_bid === null ? undefined : BigInt(row.best_bid),
        timeToSale: row.time_to_sale ?? undefined,
      },
    ]),
  )
}

function toMonth(row: typeof networkMonths.$inferSelect): NetworkMonth {
  const rewards = publishedRewards({
    rewardTokens: number(row.rewardTokens),
    tokenPriceUsd: number(row.tokenPriceUsd),
    rewardsUsd: number(row.rewardsUsd),
  })
  const activeNodes = row.activeNodes ?? undefined
  return {
    month: row.month,
    rewardTokens: number(row.rewardTokens) ?? undefined,
    rewardsUsd: rewards?.usd,
    isDerived: rewards?.repaired ?? false,
    activeNodes,
    rewardPerNode: rewards && activeNodes ? rewards.usd / activeNodes : undefined,
    tokenPriceUsd: number(row.tokenPriceUsd) ?? undefined,
  }
}

function number(figure: string | null): number | null {
  return figure === null ? null : Number(figure)
}
