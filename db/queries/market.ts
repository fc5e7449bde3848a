import { and, asc, desc, eq, getTableColumns, gt, gte, inArray, lte, or, type SQL, sql } from 'drizzle-orm'
import {
  ledger,
  metadataDocuments,
  networks,
  operators,
  orderStates,
  orders,
  positions,
  valuations,
} from '@/db/schema'
import { toCursorPage } from '@/lib/core/cursor'
import type { MarketQuery, MarketSort } from '@/lib/market/market-query'
import type { MarketPage, MarketRow } from '@/lib/market/market-row'
import type { Queryable } from '../client'
import { keysetOf } from './keyset'

export const MARKET_PAGE_SIZE = 50

/**
 * One page of the market at head time `now`: positions with their cheapest fillable listing, newest valuation and the
 * reward of their average node. What cannot be sorted by the column asked for stands last.
 */
export async function marketPage(
  db: Queryable,
  query: MarketQuery,
  now: Date,
  size = MARKET_PAGE_SIZE,
): Promise<MarketPage> {
  const parts = marketParts(db, now)
  const filters = filtersOf(parts, query)
  const key = sortKey(parts, query.sort, query.direction)
  const { where, orderBy } = keysetOf(
    { key, keyType: 'numeric', id: positions.id, idType: 'bigint', direction: query.direction },
    query.cursor,
  )
  const read = rowsWith(db, parts, key)
    .where(and(filters, where))
    .orderBy(...orderBy)
    .limit(size + 1)
  const count = db
    .select({ total: sql<number>`count(*)::int` })
    .from(positions)
    .leftJoin(metadataDocuments, eq(metadataDocuments.hash, positions.metadataHash))
    .leftJoinLateral(parts.listing, sql`true`)
    .where(filters)
  const [rows, [counted]] = await Promise.all([read, count])
  const page = toCursorPage(rows, size, query.cursor, (row) => ({ key: row.key, id: `${row.position.id}` }))
  return {
    rows: page.rows.map(toMarketRow),
    total: counted?.total ?? 0,
    neighbours: page.neighbours,
    now,
  }
}

/**
 * Positions by id, as the market shows them; in no order, and without those that do not exist.
 * @param now head time: listings are judged by it
 */
export async function marketRowsOf(db: Queryable, ids: readonly number[], now: Date): Promise<MarketRow[]> {
  if (ids.length === 0) return []
  const rows = await rowsWith(db, marketParts(db, now), sql`${positions.id}`).where(
    inArray(positions.id, [...ids]),
  )
  return rows.map(toMarketRow)
}

/** Positions with the parts of a market row, and what they are sorted by. */
function rowsWith(db: Queryable, parts: Parts, key: SQL) {
  const { listing, valuation, operator, reward } = parts
  return db
    .select({
      key: sql<string>`(${key})::text`,
      position: { id: positions.id, owner: positions.owner, network: positions.network },
      networkName: networks.name,
      document: metadataDocuments.document,
      operator: { slug: operator.slug },
      listing: { hash: listing.hash, price: listing.price, endTime: listing.endTime, bound: listing.bound },
      valuation: { value: valuation.value, p5: valuation.p5, p50: valuation.p50, p95: valuation.p95 },
      reward: { perNode: reward.perNode, month: reward.month, basis: reward.basis },
    })
    .from(positions)
    .leftJoin(networks, eq(networks.slug, positions.network))
    .leftJoin(metadataDocuments, eq(metadataDocuments.hash, positions.metadataHash))
    .leftJoinLateral(listing, sql`true`)
    .leftJoinLateral(valuation, sql`true`)
    .leftJoinLateral(operator, sql`true`)
    .leftJoinLateral(reward, sql`true`)
}

type Parts = ReturnType<typeof marketParts>

/** The lateral parts of a market row. */
function marketParts(db: Queryable, now: Date) {
  const listing = db
    .select({ hash: orders.hash, price: orders.price, endTime: orders.endTime, bound: orders.bound })
    .from(orders)
    .innerJoin(orderStates, eq(orderStates.orderHash, orders.hash))
    .where(
      and(
        eq(orders.positionId, positions.id),
        eq(orders.kind, 'listing'),
        eq(orderStates.status, 'open'),
        lte(orders.startTime, now),
        gt(orders.endTime, now),
      ),
    )
    .orderBy(asc(orders.price), asc(orders.hash))
    .limit(1)
    .as('listing')
  const { value, p5, p50, p95 } = getTableColumns(valuations)
  const valuation = db
    .select({ value, p5, p50, p95 })
    .from(valuations)
    .where(and(eq(valuations.positionId, positions.id), eq(valuations.deviceId, positions.deviceId)))
    .orderBy(desc(valuations.createdAt))
    .limit(1)
    .as('valuation')
  const operator = operatorOf(db)
  return { listing, valuation, operator, reward: rewardOf(db, operator) }
}

/** The operator a device names, where that operator's own account registered it: a name alone proves nothing. */
function operatorOf(db: Queryable) {
  return db
    .select({ slug: operators.slug })
    .from(operators)
    .innerJoin(ledger, and(eq(ledger.account, operators.account), eq(ledger.kind, 'registered')))
    .where(
      and(
        eq(operators.slug, sql`${metadataDocuments.document} ->> 'operator'`),
        eq(operators.network, positions.network),
        eq(ledger.positionId, positions.id),
      ),
    )
    .limit(1)
    .as('operator')
}

/** Reward of the average node in the last month on record: of the device's operator where it is known, else of its network. */
function rewardOf(db: Queryable, operator: ReturnType<typeof operatorOf>) {
  return db
    .select({
      perNode: sql<string | null>`per_node`.as('per_node'),
      month: sql<string>`month::text`.as('reward_month'),
      basis: sql<'operator' | 'network'>`basis`.as('basis'),
    })
    .from(
      sql`(
        (select rewards_usd / nodes as per_node, month, 'operator' as basis, 1 as rank
          from operator_months where operator = ${operator.slug}
          order by month desc limit 1)
        union all
        (select rewards_usd / active_nodes, month, 'network', 2 from network_months
          where network = ${positions.network} and rewards_usd is not null and active_nodes > 0
          order by month desc limit 1)
        order by rank limit 1) as known`,
    )
    .as('reward')
}

function sortKey(parts: Parts, sort: MarketSort, direction: 'asc' | 'desc'): SQL {
  const last = sql.raw(direction === 'asc' ? "'Infinity'::numeric" : "'-Infinity'::numeric")
  return sql`coalesce(${sortable(parts, sort)}, ${last})`
}

function sortable({ listing, valuation, reward }: Parts, sort: MarketSort): SQL {
  switch (sort) {
    case 'gap':
      return sql`${listing.price} / nullif(greatest(${valuation.value} * 10000, 0), 0)`
    case 'price':
      return sql`${listing.price}`
    case 'value':
      return sql`${valuation.value}::numeric`
    case 'reward':
      return sql`${reward.perNode}`
    case 'expiry':
      return sql`extract(epoch from ${listing.endTime})`
    case 'position':
      return sql`${positions.id}::numeric`
  }
}

function filtersOf({ listing }: Parts, query: MarketQuery): SQL | undefined {
  return and(
    query.all ? undefined : sql`${listing.hash} is not null`,
    query.network === undefined ? undefined : eq(positions.network, query.network),
    query.minPrice === undefined ? undefined : gte(listing.price, query.minPrice),
    query.maxPrice === undefined ? undefined : lte(listing.price, query.maxPrice),
    query.search === '' ? undefined : matches(query.search),
  )
}

/** Words of the device's metadata, a position's number, or an owner's address. */
function matches(search: string): SQL | undefined {
  const words = search.toLowerCase().split(/\s+/)
  const number = /^#?(\d{1,15})$/.exec(search)?.[1]
  return or(
    and(
      ...words.map(
        (word) => sql`metadata_text(${metadataDocuments.document}) like ${`%${escapeLike(word)}%`}`,
      ),
    ),
    number === undefined ? undefined : eq(positions.id, Number(number)),
    /^0x[0-9a-f]{40}$/i.test(search) ? eq(positions.owner, search.toLowerCase() as `0x${string}`) : undefined,
  )
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}

type Read = {
  position: { id: number; owner: string; network: string }
  networkName: string | null
  document: Record<string, unknown> | null
  operator: { slug: string } | null
  listing: { hash: string; price: bigint; endTime: Date; bound: boolean } | null
  valuation: { value: bigint; p5: bigint; p50: bigint; p95: bigint } | null
  /** a lateral of expressions: without a row its columns are NULL */
  reward: { perNode: string | null; month: string; basis: 'operator' | 'network' }
}

function toMarketRow({
  position,
  networkName,
  document,
  operator,
  listing,
  valuation,
  reward,
}: Read): MarketRow {
  return {
    positionId: position.id,
    name: textOf(document?.name) ?? `Position ${position.id}`,
    network: { slug: position.network, name: networkName ?? position.network },
    operator: operator?.slug,
    owner: position.owner,
    isDemonstration: document?.demonstration === true,
    listing: listing ?? undefined,
    value: valuation ?? undefined,
    reward:
      reward.perNode === null
        ? undefined
        : { dollarsPerMonth: Number(reward.perNode), month: reward.month, basis: reward.basis },
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}
