import { and, asc, count, desc, eq, inArray, ne, sql } from 'drizzle-orm'
import { rollUps, statisticPoints, statistics } from '@/db/schema'
import type { MarketFigures } from '@/lib/market/statistics/market-figures'
import { ALL, type MeasureId } from '@/lib/market/statistics/measures'
import type { Queryable } from '../client'
import { standingAt } from './market-standing'

/** One row a network that has positions, and one for all of them together, named `all`. */
export async function marketFigures(db: Queryable, now: Date): Promise<MarketFigures[]> {
  const { rows } = await db.execute<MarketFigures>(sql`
    with standing as materialized (
      select position_id, network, owner, coalesce(operator, owner::text) as holder, cell, is_demonstration, price,
        uptime
      from ${standingAt(now)} as s
    ),
    supply as (
      select coalesce(network, 'all') as scope, count(*)::int as positions,
        count(*) filter (where is_demonstration)::int as demonstrations, count(price)::int as listed, avg(uptime)::float8 as uptime,
        count(uptime)::int as uptimes,
        min(price) as floor, count(distinct holder)::int as owners, count(distinct cell)::int as cells,
        count(cell)::int as placed
      from standing group by grouping sets ((network), ())
    ),
    depth as (
      select standing.network as scope, sum(standing.price)::float8 / 1e6 as usd, count(*)::int as listings
      from standing join supply on supply.scope = standing.network
      where standing.price * 10 <= supply.floor * 11
      group by standing.network
    ),
    holders as (
      select coalesce(network, 'all') as scope, sum(own::float8 * own) / sum(own::float8) ^ 2 as hhi
      from (select network, holder, count(*) as own from standing group by network, holder) as h
      group by grouping sets ((network))
      union all
      select 'all', sum(own::float8 * own) / sum(own::float8) ^ 2
      from (select holder, count(*) as own from standing group by holder) as h
    ),
    places as (
      select network as scope, sum(own::float8 * own) / sum(own::float8) ^ 2 as hhi
      from (select network, cell, count(*) as own from standing where cell is not null group by network, cell) as c
      group by network
      union all
      select 'all', sum(own::float8 * own) / sum(own::float8) ^ 2
      from (select cell, count(*) as own from standing where cell is not null group by cell) as c
    ),
    sides as (
      select standing.network, standing.price as ask, max(orders.price) as bid
      from standing
        join orders on orders.position_id = standing.position_id and orders.kind = 'item_offer'
          and orders.offerer <> standing.owner and orders.start_time <= ${now} and orders.end_time > ${now}
        join order_states on order_states.order_hash = orders.hash and order_states.status = 'open'
      where standing.price is not null
      group by standing.position_id, standing.network, standing.price
    ),
    spreads as (
      select coalesce(network, 'all') as scope, count(*)::int as positions,
        percentile_cont(0.5) within group (order by ((ask - bid) / ((ask + bid) / 2))::float8) as middle
      from sides group by grouping sets ((network), ())
    ),
    sold as (
      select coalesce(sales.network, 'all') as scope, count(*)::int as sales,
        count(*) filter (where sales.time > ${now}::timestamptz - interval '30 days')::int as recent,
        count(*) filter (where orders.kind = 'listing')::int as timed,
        percentile_cont(0.5) within group (order by greatest(extract(epoch from sales.time - orders.created_at), 0))
          filter (where orders.kind = 'listing') as middle
      from sales left join orders on orders.hash = sales.order_hash
      group by grouping sets ((sales.network), ())
    ),
    tested as (
      select coalesce(sales.network, 'all') as scope, count(*)::int as sales,
        count(*) filter (where exists (
          select from sale_marks m where m.block_number = sales.block_number and m.log_index = sales.log_index
            and m.position_id = sales.position_id
        ))::int as marked
      from sales where sales.time > ${now}::timestamptz - interval '90 days'
      group by grouping sets ((sales.network), ())
    ),
    newest as (
      select distinct on (valuations.position_id) standing.network, valuations.value, valuations.parts
      from valuations
        join positions on positions.id = valuations.position_id and positions.device_id = valuations.device_id
        join standing on standing.position_id = positions.id
      order by valuations.position_id, valuations.created_at desc
    ),
    premiums as (
      select coalesce(network, 'all') as scope, count(*)::int as valued, sum(value)::float8 / 100 as value_usd,
        sum(part.cents)::float8 / 100 as premium_usd
      from newest, lateral (
        select sum((one ->> 'cents')::numeric) as cents from jsonb_array_elements(parts) as one
        where one ->> 'name' = ${PREMIUM}
      ) as part
      group by grouping sets ((network), ())
    )
    select supply.scope, supply.positions, supply.demonstrations, supply.listed,
      supply.uptime, supply.uptimes as "uptimeDevices", supply.floor::float8 / 1e6 as "floorUsd",
      depth.usd as "depthUsd", coalesce(depth.listings, 0) as "depthListings",
      coalesce(sold.sales, 0) as sales, coalesce(sold.recent, 0) as "recentSales", sold.middle::float8 as "timeToSale",
      coalesce(sold.timed, 0) as "timedSales",
      spreads.middle as spread, coalesce(spreads.positions, 0) as "spreadPositions",
      holders.hhi as "hhiOwner", supply.owners, places.hhi as "hhiCell", supply.cells, supply.placed,
      premiums.premium_usd as "premiumUsd", premiums.value_usd as "valueUsd", coalesce(premiums.valued, 0) as valued, coalesce(tested.sales, 0) as "testedSales",
      coalesce(tested.marked, 0) as "markedSales"
    from supply
      left join depth using (scope) left join holders using (scope) left join places using (scope)
      left join spreads using (scope) left join sold using (scope) left join premiums using (scope)
      left join tested using (scope)
    where supply.positions > 0
    order by supply.scope`)
  return rows
}

/** As valuations name the part. */
const PREMIUM = 'network_premium'

export type StatisticRow = typeof statistics.$inferSelect
export type StatisticPointRow = typeof statisticPoints.$inferSelect

/** The newest figures of some scopes. */
export function statisticsOf(db: Queryable, scopes: readonly string[]): Promise<StatisticRow[]> {
  return db
    .select()
    .from(statistics)
    .where(inArray(statistics.scope, [...scopes]))
}

/** The newest figures of every scope. */
export function allStatistics(db: Queryable): Promise<StatisticRow[]> {
  return db.select().from(statistics)
}

/** Histories of some scopes, oldest first: of one measure, or of all. */
export function statisticPointsOf(
  db: Queryable,
  scopes: readonly string[],
  measure?: MeasureId,
): Promise<StatisticPointRow[]> {
  return db
    .select()
    .from(statisticPoints)
    .where(
      and(
        inArray(statisticPoints.scope, [...scopes]),
        measure === undefined ? undefined : eq(statisticPoints.measure, measure),
      ),
    )
    .orderBy(asc(statisticPoints.scope), asc(statisticPoints.measure), asc(statisticPoints.at))
}

/** Networks by how many of their figures are known, most first; with a history of a measure, the longest among equals. */
export async function bestKnown(db: Queryable, measure: MeasureId, limit: number): Promise<string[]> {
  const history = db
    .select({ scope: statisticPoints.scope, months: count().as('months') })
    .from(statisticPoints)
    .where(eq(statisticPoints.measure, measure))
    .groupBy(statisticPoints.scope)
    .as('history')
  const known = count(sql`coalesce(${statistics.value}::text, ${statistics.says})`)
  const rows = await db
    .select({ scope: statistics.scope })
    .from(statistics)
    .innerJoin(history, eq(history.scope, statistics.scope))
    .where(ne(statistics.scope, ALL))
    .groupBy(statistics.scope, history.months)
    .orderBy(desc(known), desc(history.months), asc(statistics.scope))
    .limit(limit)
  return rows.map(({ scope }) => scope)
}

/** A kept result; undefined before the worker made it. */
export async function rollUpOf(db: Queryable, name: string) {
  const [row] = await db.select().from(rollUps).where(eq(rollUps.name, name))
  return row
}
