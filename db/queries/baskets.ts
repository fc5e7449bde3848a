import { sql } from 'drizzle-orm'
import type { Queryable } from '../client'
import { standingAt } from './market-standing'

/** A listing that a basket may hold, with its scenarios. */
export type BasketCandidate = {
  positionId: number
  category: string | undefined
  cell: string | undefined
  /** the operator by name, or else whoever holds the position */
  operator: string
  /** present value by scenario. USD */
  values: Float32Array
}

export type BasketCandidates = {
  candidates: BasketCandidate[]
  /** listings fillable now, bound and valued, before anything is left out */
  fillable: number
  /** of those: dearer than asked for */
  dearer: number
  /** price of the cheapest of those; undefined where none is fillable */
  cheapest: bigint | undefined
  /** of those: their scenarios are still to be drawn */
  undrawn: number
  /** of those: beyond the number that is looked at, further from their value */
  further: number
}

/**
 * Listings fillable at head time `now` with the scenarios of the newest market draw and of their newest valuation; the
 * furthest below their value first.
 *
 * @param period which holding period, 1 the shortest of three
 * @param maxPrice base units; undefined for any
 */
export async function basketCandidates(
  db: Queryable,
  {
    now,
    period,
    maxPrice,
    among,
    without,
    limit,
  }: {
    now: Date
    period: 1 | 2 | 3
    maxPrice: bigint | undefined
    among: readonly number[] | undefined
    without: readonly number[]
    limit: number
  },
): Promise<BasketCandidates> {
  const list = (ids: readonly number[]) =>
    sql.join(
      ids.map((id) => sql`${id}::bigint`),
      sql`, `,
    )
  // scenarios are 12 kB a listing: judged by their key, and read for those that are looked at alone
  const fillable = sql`
    select market.position_id, market.price, market.value, market.category, market.cell,
      coalesce(market.operator, market.owner) as operator, drawn.position_id is not null as is_drawn,
      ${maxPrice === undefined ? sql`false` : sql`market.price > ${maxPrice}::numeric`} as is_dearer
    from ${standingAt(now)} as market
    left join lateral (
      select v.inputs_hash, v.device_id from valuations v where v.position_id = market.position_id
      order by v.created_at desc, v.id desc limit 1
    ) as newest on true
    left join position_scenarios drawn on drawn.position_id = market.position_id
      and drawn.device_id = newest.device_id and drawn.inputs_hash = newest.inputs_hash
      and drawn.basis = (select basis from position_scenarios order by drawn_at desc, position_id limit 1)
    where market.listing_hash is not null and market.bound and market.value is not null
      ${among && among.length > 0 ? sql`and market.position_id in (${list(among)})` : sql``}
      ${without.length > 0 ? sql`and market.position_id not in (${list(without)})` : sql``}`
  const { rows } = await db.execute<{
    position_id: string | null
    category: string | null
    cell: string | null
    operator: string
    values: Buffer
    fillable: number
    dearer: number
    undrawn: number
    cheapest: string | null
  }>(sql`
    with fillable as materialized (${fillable}),
    looked_at as (
      select *, row_number() over (order by case when value > 0 then price / value end, position_id) as place
      from fillable where is_drawn and not is_dearer order by place limit ${limit}),
    counts as (
      select count(*)::int as fillable, count(*) filter (where is_dearer)::int as dearer,
        count(*) filter (where not is_drawn and not is_dearer)::int as undrawn, min(price)::text as cheapest
      from fillable)
    select counts.*, l.position_id, l.category, l.cell, l.operator,
      substring(s.values from (${period} - 1) * (octet_length(s.values) / 3) + 1 for octet_length(s.values) / 3) as values
    from counts left join looked_at l on true left join position_scenarios s on s.position_id = l.position_id
    order by l.place`)
  const candidates = rows.flatMap(({ position_id: id, category, cell, operator, values }) =>
    id === null
      ? []
      : [
          {
            positionId: Number(id),
            category: category ?? undefined,
            cell: cell ?? undefined,
            operator,
            values: toFloats(values),
          },
        ],
  )
  const { fillable: all = 0, dearer = 0, undrawn = 0, cheapest } = rows[0] ?? {}
  return {
    candidates,
    fillable: all,
    dearer,
    cheapest: cheapest ? BigInt(cheapest) : undefined,
    undrawn,
    further: all - dearer - undrawn - candidates.length,
  }
}

/** The driver hands out views into larger buffers, at any offset. */
function toFloats(bytes: Buffer): Float32Array {
  const floats = new Float32Array(bytes.length / 4)
  for (let i = 0; i < floats.length; i++) floats[i] = bytes.readFloatLE(4 * i)
  return floats
}
