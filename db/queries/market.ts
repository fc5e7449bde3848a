import { type SQL, sql } from 'drizzle-orm'
import { toCursorPage } from '@/lib/core/cursor'
import type { Category, MarketQuery, MarketSort } from '@/lib/market/market-query'
import type { MarketCounts, MarketRow, MarketRows } from '@/lib/market/market-row'
import type { Region } from '@/lib/market/region'
import type { Queryable } from '../client'
import { keysetOf } from './keyset'
import { countFacets } from './market-facets'
import { standingAt } from './market-standing'

/** Rows of a page: a third more of them, and a slow phone would wait noticeably longer for the first. */
export const MARKET_PAGE_SIZE = 30

/**
 * One page of the market at head time `now`: positions with their cheapest fillable listing, newest valuation and the
 * reward of their average node. What cannot be sorted by the column asked for stands last.
 */
export async function marketRows(
  db: Queryable,
  query: MarketQuery,
  now: Date,
  size = MARKET_PAGE_SIZE,
): Promise<MarketRows> {
  const { where, orderBy } = keysetOf(
    {
      key: sortKey(query.sort, query.direction),
      keyType: 'numeric',
      id: sql`position_id`,
      idType: 'bigint',
      direction: query.direction,
    },
    query.cursor,
  )
  const { rows } = await db.execute<Read>(sql`
    select (${sortKey(query.sort, query.direction)})::text as key, ${columns}
    from ${standingAt(now)} as market
    where ${every([...filtersOf(query), ...choicesOf(query), where])}
    order by ${sql.join(orderBy, sql`, `)}
    limit ${size + 1}`)
  const page = toCursorPage(rows, size, query.cursor, (row) => ({ key: row.key, id: row.position_id }))
  return { rows: page.rows.map(toMarketRow), neighbours: page.neighbours, now }
}

/** Those of some positions that the view shows, wherever they stand in its order. */
export async function marketRowsAmong(
  db: Queryable,
  query: MarketQuery,
  ids: readonly number[],
  now: Date,
): Promise<MarketRow[]> {
  if (ids.length === 0) return []
  const { rows } = await db.execute<Read>(sql`
    select ${columns} from ${standingAt(now)} as market
    where ${every([among(ids), ...filtersOf(query), ...choicesOf(query)])}`)
  return rows.map(toMarketRow)
}

/** Some positions by number, whatever stands for sale. */
export async function marketRowsOf(db: Queryable, ids: readonly number[], now: Date): Promise<MarketRow[]> {
  if (ids.length === 0) return []
  const { rows } = await db.execute<Read>(
    sql`select ${columns} from ${standingAt(now)} as market where ${among(ids)}`,
  )
  return rows.map(toMarketRow)
}

/** Those of some rows whose listing, or where there is none whose position, came after a moment: clocks may differ by seconds. */
export async function createdSince(
  db: Queryable,
  rows: readonly MarketRow[],
  since: Date,
): Promise<number[]> {
  if (rows.length === 0) return []
  const { rows: found } = await db.execute<{ id: string }>(sql`
    select p.id from positions p
    join (values ${sql.join(
      rows.map(({ positionId, listing }) => sql`(${positionId}::bigint, ${listing?.hash ?? null}::text)`),
      sql`, `,
    )}) as row (id, hash) on row.id = p.id
    left join orders o on o.hash = row.hash
    where coalesce(o.created_at, p.registered_at) > ${since}::timestamptz - interval '5 seconds' order by p.id`)
  return found.map(({ id }) => Number(id))
}

/** How many positions a view has on all its pages, and how many it would have with other networks, categories, regions. */
export async function marketCounts(db: Queryable, query: MarketQuery, now: Date): Promise<MarketCounts> {
  const { rows } = await db.execute<{
    network: string
    category: Category | null
    region: Region | null
    count: number
  }>(sql`
    select network, category, region, count(*)::int as count from ${standingAt(now)} as market
    where ${every(filtersOf(query))} group by network, category, region`)
  return countFacets(rows, query)
}

function among(ids: readonly number[]): SQL {
  return sql`position_id in (${sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  )})`
}

const columns =
  sql.raw(`position_id, owner, network, network_name, category, region, operator, name, is_demonstration,
  value, p5, p50, p95, net_month, reward, reward_month::text, reward_basis, uptime, listing_hash, price, listing_end, bound,
  (select v.stale_since is not null from valuations v where v.position_id = market.position_id
    order by v.created_at desc limit 1) as is_stale`)

function every(conditions: readonly (SQL | undefined)[]): SQL {
  const given = conditions.filter((condition) => condition !== undefined)
  return given.length === 0 ? sql`true` : sql.join(given, sql` and `)
}

function sortKey(sort: MarketSort, direction: 'asc' | 'desc'): SQL {
  const last = direction === 'asc' ? "'Infinity'::numeric" : "'-Infinity'::numeric"
  return sql.raw(`coalesce(${sortable[sort]}, ${last})`)
}

/** dollars of a price in base units */
const dollars = '(price / 1000000)'
/** a device that loses money has no yield: it stands last whichever way the yield is sorted, and passes no filter by it */
const perYear = `(case when net_month >= 0 then net_month * 12 / ${dollars} end)`
const daysToBreakEven = `(case when net_month > 0 then ${dollars} * 365.25 / 12 / net_month end)`

const sortable: Record<MarketSort, string> = {
  gap: '(case when value > 0 then price / (value::numeric * 10000) end)',
  price: 'price',
  value: 'value::numeric',
  reward: 'reward',
  yield: perYear,
  days: daysToBreakEven,
  uptime: 'uptime::numeric',
  expiry: 'extract(epoch from listing_end)',
  position: 'position_id::numeric',
}

/** All conditions but the choices that have counts beside them. */
function filtersOf(query: MarketQuery): (SQL | undefined)[] {
  const { show, minPrice, maxPrice, minGap, minYield, maxDays, minUptime, search } = query
  const when = <value>(value: value | undefined, condition: (value: value) => SQL) =>
    value === undefined ? undefined : condition(value)
  return [
    show === 'all' ? undefined : sql.raw(`listing_hash is ${show === 'listed' ? 'not ' : ''}null`),
    when(minPrice, (price) => sql`price >= ${price}::numeric`),
    when(maxPrice, (price) => sql`price <= ${price}::numeric`),
    when(minGap, (gap) => sql`value > 0 and price <= value::numeric * 100 * (100 - ${gap}::numeric)`),
    when(minYield, (percent) => sql`${sql.raw(perYear)} * 100 >= ${percent}::numeric`),
    when(maxDays, (days) => sql`${sql.raw(daysToBreakEven)} <= ${days}::numeric`),
    when(minUptime, (percent) => sql`uptime * 100 >= ${percent}::float8`),
    search === '' ? undefined : matches(search),
  ]
}

function choicesOf({ network, category, region }: MarketQuery): SQL[] {
  return [
    ...(network === undefined ? [] : [sql`network = ${network}`]),
    ...(category === undefined ? [] : [sql`category = ${category}`]),
    ...(region === undefined ? [] : [sql`region = ${region}`]),
  ]
}

/** Parts of words, without accents; a position's number; an owner's address. */
function matches(search: string): SQL {
  const words = search.toLowerCase().split(/\s+/)
  const number = /^#?(\d{1,15})$/.exec(search)?.[1]
  const found = [
    sql`(${every(words.map((word) => sql`words like unaccent(${`%${escapeLike(word)}%`})`))})`,
    ...(number === undefined ? [] : [sql`position_id = ${number}::bigint`]),
    ...(/^0x[0-9a-f]{40}$/i.test(search) ? [sql`owner = ${search.toLowerCase()}`] : []),
  ]
  return sql`(${sql.join(found, sql` or `)})`
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}

/** As the driver reads raw rows: bigint and numeric come as text. */
type Read = {
  key: string
  position_id: string
  owner: string
  network: string
  network_name: string
  category: string | null
  region: Region | null
  operator: string | null
  name: string | null
  is_demonstration: boolean
  value: string | null
  p5: string
  p50: string
  p95: string
  net_month: string | null
  reward: string | null
  reward_month: string
  reward_basis: 'operator' | 'network'
  uptime: number | null
  listing_hash: string | null
  price: string
  listing_end: string | Date
  bound: boolean
  is_stale: boolean | null
}

function toMarketRow(row: Read): MarketRow {
  const positionId = Number(row.position_id)
  return {
    positionId,
    name: row.name ?? `Position ${positionId}`,
    network: { slug: row.network, name: row.network_name },
    operator: row.operator ?? undefined,
    owner: row.owner,
    isDemonstration: row.is_demonstration,
    listing:
      row.listing_hash === null
        ? undefined
        : {
            hash: row.listing_hash,
            price: BigInt(row.price),
            endTime: new Date(row.listing_end),
            bound: row.bound,
          },
    value:
      row.value === null
        ? undefined
        : { value: BigInt(row.value), p5: BigInt(row.p5), p50: BigInt(row.p50), p95: BigInt(row.p95) },
    reward:
      row.reward === null
        ? undefined
        : { dollarsPerMonth: Number(row.reward), month: row.reward_month, basis: row.reward_basis },
    netPerMonth: row.net_month === null ? undefined : Number(row.net_month),
    uptime: row.uptime ?? undefined,
    category: row.category ?? undefined,
    region: row.region ?? undefined,
    isStale: row.is_stale === true,
  }
}
