import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'

/**
 * Puts positions up for sale until there are so many, made by the database past its triggers: each is a copy of a position
 * of the seed, with its valuation and a price about it, so that the worker draws its scenarios as it draws any other's.
 * The chain knows nothing of them; the page reads what the record says.
 */
export async function listMore(db: Database, listings: number): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    const { rows } = await tx.execute<{ count: number }>(sql`
      select count(*)::int as count from position_market where listing_hash is not null and bound and value is not null`)
    const missing = listings - (rows[0]?.count ?? 0)
    await tx.execute(sql`
      create temp table made on commit drop as
      select (select max(id) from positions) + row_number() over () as id, p.id as like_id,
        '0x' || md5(p.id || 'a' || round) || md5(p.id || 'b' || round) as word
      from generate_series(1, 100) as round, positions p
      where exists (select from valuations v where v.position_id = p.id and v.device_id = p.device_id and v.model like 'engine%')
      order by round, p.id limit ${missing}`)
    await tx.execute(sql`
      insert into positions select (jsonb_populate_record(p, jsonb_build_object('id', made.id, 'device_id', made.word,
        'state_hash', made.word, 'key_x', made.word))).*
      from made join positions p on p.id = made.like_id`)
    await tx.execute(sql`
      insert into valuations select (jsonb_populate_record(v, jsonb_build_object('id', gen_random_uuid(),
        'position_id', made.id, 'device_id', made.word))).*
      from made
      join lateral (select id from valuations where position_id = made.like_id order by created_at desc, id desc limit 1) as newest on true
      join valuations v on v.id = newest.id`)
    await tx.execute(sql`
      insert into orders (hash, kind, offerer, position_id, price, fee, start_time, end_time, counter, zone, zone_hash,
        bound, signature, components, signed_state)
      select made.word, 'listing', p.owner, made.id, greatest(v.value, 100) * 10000 * (60 + made.id % 50) / 100, 100,
        now() - interval '1 day', now() + interval '90 days', 0, p.owner, made.word, true, '0x', '{}', '{}'
      from made join positions p on p.id = made.id
      join lateral (select value from valuations where position_id = made.id limit 1) as v on true`)
    await tx.execute(sql`
      insert into order_states (order_hash, status, checked_block)
      select word, 'open', (select max(number) from blocks) from made`)
    await tx.execute(sql`select refresh_position_market(array(select id from made)::bigint[])`)
  })
}

/** How many of the listings have scenarios of one basis and their newest valuation. */
export async function drawnListings(db: Database): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from position_market m
    join lateral (select inputs_hash, device_id from valuations v where v.position_id = m.position_id
      order by created_at desc, id desc limit 1) as v on true
    join position_scenarios s on s.position_id = m.position_id and s.inputs_hash = v.inputs_hash
      and s.device_id = v.device_id
      and s.basis = (select basis from position_scenarios order by drawn_at desc, position_id limit 1)
    where m.listing_hash is not null and m.bound and m.value is not null`)
  return rows[0]?.count ?? 0
}
