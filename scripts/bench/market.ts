import { cpus } from 'node:os'
import { performance } from 'node:perf_hooks'
import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { MARKET_PAGE_SIZE, marketCounts, marketRows, marketRowsAmong } from '@/db/queries/market'
import { searchPositions } from '@/db/queries/search'
import { parseMarketQuery } from '@/lib/market/market-query'
import { seedData } from '@/scripts/seed/data'
import { createTestDatabase } from '@/test/database'
import { writeSection } from '../docs/write-section'

/*
 * `npm run bench:market`: what a page of the market costs PostgreSQL at 100,000 positions, a third of them for sale,
 * each view read anew, count and choices included. Writes docs/benchmarks.md between its markers.
 */
const POSITIONS = 100_000
const ROUNDS = 9
const now = new Date()

/** Positions of all networks, each with three valuations; made by the database, without its triggers. */
async function fill(db: Database): Promise<number> {
  const tables = ['positions', 'metadata_documents', 'valuations', 'orders', 'order_states', 'ledger']
  for (const table of tables) await db.execute(sql.raw(`alter table ${table} disable trigger user`))
  await db.execute(
    sql.raw(`
    create temp table made as
    select id, network, model, md5(id::text) || md5(id::text || 'x') as word, lower(substr(md5(id::text), 1, 40)) as half
    from (select g as id, (array(select slug from networks order by slug))[1 + g % 16] as network from generate_series(1, ${POSITIONS}) g) as g
    join lateral (select slug as model from device_models where device_models.network = g.network limit 1) as m on true`),
  )
  const word = `'0x' || word`
  const who = `'0x' || lpad(to_hex(id % 5000), 40, '0')`
  await db.execute(
    sql.raw(`insert into blocks values (1, '0x${'1'.repeat(64)}', '0x${'0'.repeat(64)}', now(), true)`),
  )
  await db.execute(
    sql.raw(
      `insert into metadata_documents select ${word}, jsonb_build_object('name', 'Device ' || id, 'hardware', 'Server of ' || model, 'demonstration', true) from made`,
    ),
  )
  await db.execute(
    sql.raw(`insert into positions select id, ${word}, 'p256', ${word}, ${word}, ${who}, network, model,
    (array(select '85' || substr(cell, 3, 3) || '0' || substr(cell, 7) from h3_regions order by cell))[1 + id % 2000], null,
    ${word}, 0, null, 0, 0, ${word}, ${who}, 1, ${word}, now() from made`),
  )
  await db.execute(
    sql.raw(`insert into valuations (position_id, device_id, model, inputs, inputs_hash, value, p5, p50, p95, parts, created_at)
    select id, ${word}, 'bench', jsonb_build_object('tokenPrice', jsonb_build_object('value', 1), 'networkReward', jsonb_build_object('value', 5 + id % 90),
      'deviceRatio', jsonb_build_object('value', 1), 'uptimeFactor', jsonb_build_object('value', 1), 'runningCost', jsonb_build_object('value', 10)),
      ${word}, 1000 + (id * 7919) % 90000, 100, 1000 + (id * 7919) % 80000, 200000, '[]', now() - age * interval '1 day'
    from made, generate_series(0, 2) as age`),
  )
  await db.execute(
    sql.raw(`insert into orders (hash, kind, offerer, position_id, price, fee, start_time, end_time, counter, zone, zone_hash, bound, signature, components, signed_state)
    select ${word}, 'listing', ${who}, id, 1000000 + (id::bigint * 104729) % 900000000, 100, now() - interval '1 day', now() + interval '1 day' * (1 + id % 180), 0, ${who}, ${word}, true, '0x', '{}', '{}' from made where id % 3 = 0`),
  )
  await db.execute(
    sql.raw(
      `insert into order_states (order_hash, status, checked_block) select hash, 'open', 1 from orders`,
    ),
  )
  for (const table of tables) await db.execute(sql.raw(`alter table ${table} enable trigger user`))
  await db.execute(sql`analyze`)
  const started = performance.now()
  for (let from = 1; from <= POSITIONS; from += 1000)
    await db.execute(
      sql`select refresh_position_market(array(select generate_series(${from}::int, ${from + 999}::int)::bigint))`,
    )
  const taken = performance.now() - started
  await db.execute(sql`vacuum analyze position_market`)
  return (POSITIONS / taken) * 1000
}

async function median(run: () => Promise<unknown>): Promise<number> {
  await run()
  const taken: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now()
    await run()
    taken.push(performance.now() - started)
  }
  return taken.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0
}

const { db, close } = await createTestDatabase()
try {
  await seedData(db)
  const perSecond = await fill(db)
  const view = (search: string) => parseMarketQuery(Object.fromEntries(new URLSearchParams(search))).query
  const views = [
    ['for sale, furthest below value', ''],
    ['for sale, highest yield', 'sort=yield'],
    ['for sale, soonest break-even, at least 10 % below value', 'sort=days&gap=10'],
    ['one network, lowest price', 'network=dimo&sort=price'],
    ['a region, yield of at least 20 %', 'region=europe&yield=20'],
    ['all positions, highest value', 'show=all&sort=value'],
    ['words: “device 4711”', 'q=device+4711'],
  ] as const
  const rows: string[] = []
  for (const [name, search] of views) {
    const query = view(search)
    const page = await median(() => marketRows(db, query, now))
    const counts = await median(() => marketCounts(db, query, now))
    rows.push(`| ${name} | ${page.toFixed(0)} | ${counts.toFixed(0)} |`)
  }
  const first = await marketRows(db, view(''), now)
  const changes = await median(() =>
    marketRowsAmong(
      db,
      view(''),
      first.rows.map((row) => row.positionId),
      now,
    ),
  )
  const found = await median(() => searchPositions(db, ['device', '4711'], undefined, now, 6))
  const posted = await median(() => db.execute(sql`select refresh_position_market(array[4711]::bigint[])`))
  const { rows: plan } = await db.execute<{ 'QUERY PLAN': string }>(sql`
    explain (analyze, timing off) select count(*) from position_market where since <= now() and until > now() and listing_hash is not null`)
  writeSection('docs/benchmarks.md', 'market', [
    '## Market',
    '',
    `\`npm run bench:market\`: ${POSITIONS.toLocaleString('en')} positions of 16 networks, a third for sale, three valuations each; PostgreSQL 18 as it is embedded, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}; median of ${ROUNDS}, milliseconds over one warm connection, from the call to the rows in hand.`,
    '',
    `| view | page of ${MARKET_PAGE_SIZE} | total and counts of the choices |`,
    '|---|---:|---:|',
    ...rows,
    '',
    `What became of a page’s rows (live): ${changes.toFixed(1)} ms. Search from anywhere, positions: ${found.toFixed(1)} ms. An order posted costs its transaction ${posted.toFixed(1)} ms for the row of \`position_market\`; rebuilding rows goes at ${Math.round(perSecond).toLocaleString('en')} a second. Counting what is for sale is ${plan.at(-1)?.['QUERY PLAN'].toLowerCase() ?? ''} by EXPLAIN ANALYZE.`,
  ])
} finally {
  await close()
}
process.exit(0)
