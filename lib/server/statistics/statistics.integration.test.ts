import { readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { networkMonths } from '@/db/schema'
import { parseCsv } from '@/lib/core/csv/parse-csv'
import { publishedRewards } from '@/lib/market/published-rewards'
import { ALL, type MeasureId, measureIds } from '@/lib/market/statistics/measures'
import { seedData } from '@/scripts/seed/data'
import { createTestDatabase, type TestDatabase } from '@/test/database'
import { insertCase, NOW } from '@/test/insert-market'
import { fitNetworkEffects } from '../lab/fit-network-effects'
import { readNetworkEffects } from '../lab/read-network-effects'
import { readDeviceMap } from '../map/read-device-map'
import { comparisonCsv } from './comparison-files'
import { readComparePage } from './read-compare-page'
import { readComparison, readStatistics } from './read-statistics'
import { rollUpStatistics } from './roll-up-statistics'

let database: TestDatabase
let server: { db: TestDatabase['db']; now: () => Date }
beforeAll(async () => {
  database = await createTestDatabase()
  server = { db: database.db, now: () => NOW }
  await seedData(database.db)
}, 60_000)
afterAll(() => database?.close())

/** A published file as it was carried into the seed. */
const read = (file: string) => {
  const [head = [], ...rows] = parseCsv(readFileSync(`db/seed/${file}`, 'utf8')).records.map(
    ({ cells }) => cells,
  )
  return rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? ''])))
}

const figureOf = async (scope: string, measure: MeasureId) =>
  (await readStatistics(scope, server)).figures.find((one) => one.measure === measure)

test('before the worker ran there is nothing, and nothing breaks', async () => {
  expect(await readStatistics('helium-iot', server)).toEqual({
    figures: [],
    points: [],
    computedAt: undefined,
  })
  expect(await readComparison({ networks: ['dimo'], measure: 'nodes' }, server)).toMatchObject([
    { slug: 'dimo', figures: [], points: [] },
  ])
  const fitted = await fitNetworkEffects(database.db)
  expect(await readNetworkEffects(server)).toEqual(fitted)
})

test('publications are rolled up once, and again when one is revised', async () => {
  expect(await rollUpStatistics(server)).toBe(true)
  expect(await rollUpStatistics(server)).toBe(false)
  expect(await figureOf('helium-iot', 'rewardPerNode')).toMatchObject({ asOf: '2023-04', sample: 45 })
  const before = await figureOf('helium-iot', 'nodes')
  expect(before?.value).toBe(990_615)
  const april = sql`network = 'helium-iot' and month = '2023-04-01'`
  await database.db.update(networkMonths).set({ activeNodes: 990_000 }).where(april)
  expect(await rollUpStatistics(server)).toBe(true)
  expect((await figureOf('helium-iot', 'nodes'))?.value).toBe(990_000)
  await database.db.update(networkMonths).set({ activeNodes: 990_615 }).where(april)
  await rollUpStatistics(server)
})

test('what the Lab shows of network effects is what the fit says', async () => {
  const { rows } = await database.db.execute(sql`select 1 from roll_ups where name = 'network-effects'`)
  expect(rows).toHaveLength(1)
  expect(await readNetworkEffects(server)).toEqual(await fitNetworkEffects(database.db))
})

test('every figure has a source and a date, and one that is not shown says why', async () => {
  for (const scope of ['helium-iot', 'relay', 'akash', ALL]) {
    const { figures } = await readStatistics(scope, server)
    expect(figures.length).toBeGreaterThan(6)
    for (const figure of figures) {
      expect(measureIds).toContain(figure.measure)
      expect(figure.source).not.toBe('')
      expect(figure.asOf).toMatch(/^\d{4}-\d{2}/)
      if (figure.value === undefined && figure.says === undefined) expect(figure.note).toBeTruthy()
    }
  }
  expect(await figureOf('akash', 'breakEvenDays')).toMatchObject({
    value: undefined,
    note: 'No source gives the number of its nodes.',
  })
  expect((await figureOf('relay', 'entryPressure'))?.note).toBe('Costs as its operators publish them.')
})

test('a file carries what its headline is made from: the exponent by plain least squares', async () => {
  const response = await comparisonCsv(
    { networks: ['helium-iot'], measure: 'exponent', scale: 'log' },
    server,
  )
  const [head = [], ...rows] = parseCsv(await response.text()).records.map(({ cells }) => cells)
  const column = (name: string) => rows.map((row) => Number(row[head.indexOf(name)] || Number.NaN))
  const [nodes, rewards] = [column('active_nodes'), column('rewards_usd')]
  const changes = nodes
    .map((n, i) => ({
      x: Math.log(n) - Math.log(nodes[i - 1] ?? Number.NaN),
      y: Math.log(rewards[i] ?? Number.NaN) - Math.log(rewards[i - 1] ?? Number.NaN),
    }))
    .filter(({ x, y }) => Number.isFinite(x + y))
  const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length
  const [mx, my] = [mean(changes.map(({ x }) => x)), mean(changes.map(({ y }) => y))]
  const slope =
    changes.reduce((sum, { x, y }) => sum + (x - mx) * (y - my), 0) /
    changes.reduce((sum, { x }) => sum + (x - mx) ** 2, 0)
  expect((await figureOf('helium-iot', 'exponent'))?.value).toBeCloseTo(slope, 9)
})

test('headlines made again from the published files alone, by other arithmetic', async () => {
  const months = read('networks-monthly.csv')
  const perNode = (network: string) =>
    months
      .filter((row) => row.network === network && row.rewards_usd && Number(row.active_nodes) > 0)
      .map((row) => Number(row.rewards_usd) / Number(row.active_nodes))
  const worthOf = async (scope: string, measure: MeasureId) => (await figureOf(scope, measure))?.value
  const helium = perNode('helium-iot')
  expect(await worthOf('helium-iot', 'rewardPerNode')).toBeCloseTo(helium.at(-1) ?? 0, 9)
  // an indoor hotspot at $150 that costs $1.50 a month; a transcoder whose operator keeps a tenth
  expect(await worthOf('helium-iot', 'breakEvenDays')).toBeCloseTo(
    (150 / ((helium.at(-1) ?? 0) - 1.5)) * 30.4375,
    6,
  )
  const transcoder = (perNode('livepeer').at(-1) ?? 0) / 10 - 450
  expect(await worthOf('livepeer', 'breakEvenDays')).toBeCloseTo((7_800 / transcoder) * 30.4375, 6)
  // one cost for all: a fixed pool carries pool / cost, so the pressure is the last reward over the median, less one
  const sorted = [...helium].sort((a, b) => a - b)
  const median = sorted[(sorted.length - 1) / 2] ?? 0
  expect(await worthOf('helium-iot', 'entryPressure')).toBeCloseTo((helium.at(-1) ?? 0) / median - 1, 6)
  const fleets = read('relay-operators-monthly.csv').filter(({ month }) => month === '2023-06')
  const nodes = fleets.map((row) => Number(row.nodes))
  const all = nodes.reduce((a, b) => a + b)
  const squares = nodes.reduce((sum, n) => sum + n * n, 0)
  expect(await worthOf('relay', 'hhiOperator')).toBeCloseTo(squares / all ** 2, 12)
  const quarter = (from: number, to: number) =>
    months
      .filter((row) => row.network === 'hivemapper')
      .slice(from, to)
      .reduce((sum, row) => sum + Number(row.rewards_usd), 0)
  expect(await figureOf('hivemapper', 'phase')).toMatchObject({ says: 'unwinding' })
  expect(await worthOf('hivemapper', 'phase')).toBeCloseTo(
    Math.log(quarter(-3, Number.POSITIVE_INFINITY) / quarter(-6, -3)),
    12,
  )
})

test('the market’s own figures: float, floor, depth, owners and cells', async () => {
  const cases = [
    { id: 1, owner: 'ann', price: 100_000_000n, p50: 9_000n },
    { id: 2, owner: 'ann', price: 109_000_000n, p50: 9_000n },
    { id: 3, owner: 'ben', price: 120_000_000n, p50: 9_000n },
    { id: 4, owner: 'cat', p50: 9_000n },
  ]
  await database.db.execute(
    sql`insert into blocks (number, hash, parent_hash, time, eventful)
      values (1, ${`0x${'1'.repeat(64)}`}, ${`0x${'0'.repeat(64)}`}, ${NOW}, true)`,
  )
  for (const one of cases) await insertCase(database.db, { ...one, network: 'hopr' })
  await rollUpStatistics(server)
  const figures = new Map(
    (await readStatistics('hopr', server)).figures.map((figure) => [figure.measure, figure]),
  )
  const value = (measure: MeasureId) => figures.get(measure)?.value
  expect(value('positions')).toBe(4)
  expect(value('listedFloat')).toBe(0.75)
  expect(value('floor')).toBe(100)
  expect(value('depth')).toBe(209)
  expect(value('hhiOperator')).toBeCloseTo(0.5 ** 2 + 0.25 ** 2 + 0.25 ** 2, 12)
  expect(figures.get('spread')).toMatchObject({ note: 'No position has both a listing and a bid.' })
  expect(figures.get('washShare')).toMatchObject({ note: '0 of the 200 sales it is shown from.' })
  const today = (await readStatistics('hopr', server)).points.filter(({ measure }) => measure === 'floor')
  expect(today).toMatchObject([{ at: '2024-06-01', value: 100 }])
  // a second day is a second point, and the first stays
  await rollUpStatistics({ ...server, now: () => new Date(NOW.getTime() + 86_400_000) })
  const days = (await readStatistics('hopr', server)).points.filter(({ measure }) => measure === 'positions')
  expect(days.map(({ at }) => at)).toEqual(['2024-06-01', '2024-06-02'])
})

test('nobody chose: the networks that most is known of stand side by side', async () => {
  const page = await readComparePage({ measure: 'nodes' }, server)
  expect(page.isSuggested).toBe(true)
  expect(page.networks).toHaveLength(4)
  const known = async (slug: string) =>
    (await readStatistics(slug, server)).figures.filter(({ value, says }) => value ?? says).length
  const least = Math.min(...(await Promise.all(page.comparison.networks.map(known))))
  for (const slug of ['akash', 'io-net', 'filecoin', 'render'])
    expect(await known(slug)).toBeLessThanOrEqual(least)
  const chosen = await readComparePage({ networks: '' }, server)
  expect(chosen).toMatchObject({ isSuggested: false, networks: [] })
  expect((await readComparePage({ measure: 'hhiNetwork' }, server)).comparison.networks).toEqual([ALL])
})

test('the rule of published dollars is one in TypeScript and in SQL, for every month on record', async () => {
  const { rows } = await database.db.execute<Record<string, string | null>>(
    sql`select reward_tokens, token_price_usd, rewards_usd,
      published_dollars(reward_tokens, token_price_usd, rewards_usd) as dollars from network_months`,
  )
  const number = (text: string | null | undefined) => (text == null ? null : Number(text))
  let derived = 0
  for (const row of rows) {
    const rewards = publishedRewards({
      rewardTokens: number(row.reward_tokens),
      tokenPriceUsd: number(row.token_price_usd),
      rewardsUsd: number(row.rewards_usd),
    })
    expect(rewards === null).toBe(row.dollars === null)
    if (rewards) expect(Math.abs(rewards.usd - Number(row.dollars))).toBeLessThan(1e-9 * (1 + rewards.usd))
    if (rewards?.repaired) derived++
  }
  // Filecoin 31 and Akash 14 months without dollars, Arweave 16 that repeat its tokens
  expect(derived).toBe(31 + 14 + 16)
  expect(await figureOf('filecoin', 'rewardsUsd')).toMatchObject({
    value: 3_766_264.29 * 5.73,
    asOf: '2023-04',
    note: expect.stringContaining('tokens × price'),
  })
})

test('uptime is that of the devices here, by their heartbeats, and unknown before a full day', async () => {
  expect(await figureOf('hopr', 'uptime')).toMatchObject({
    value: undefined,
    note: 'None of the devices here has reported for a full day yet.',
  })
  await database.db.execute(sql`update position_market set uptime = 0.9 where position_id = 1`)
  await database.db.execute(sql`update position_market set uptime = 0.6 where position_id = 2`)
  await rollUpStatistics(server)
  expect(await figureOf('hopr', 'uptime')).toMatchObject({ value: 0.75, sample: 2 })
})

test('the map of devices is kept, of each network and of all, and made anew when a device moves', async () => {
  await database.db.execute(
    sql`update position_market set cell = '851f1d4bfffffff' where position_id in (1, 2)`,
  )
  const live = await readDeviceMap('hopr', server)
  await rollUpStatistics(server)
  const kept = await readDeviceMap('hopr', server)
  expect(kept).toEqual({ ...live, at: NOW })
  expect(kept).toMatchObject({ devices: 2, cells: [{ country: 'Germany', devices: 2, networks: ['hopr'] }] })
  await database.db.execute(sql`update position_market set cell = '85283473fffffff' where position_id = 2`)
  expect((await readDeviceMap(undefined, server)).cells).toHaveLength(1)
  await rollUpStatistics(server)
  expect((await readDeviceMap(undefined, server)).cells).toHaveLength(2)
  await database.db.execute(sql`update position_market set cell = null`)
  await rollUpStatistics(server)
  expect(await readDeviceMap('hopr', server)).toMatchObject({ devices: 0, cells: [] })
})
