import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/test/database'
import { temporaryFolder } from '@/test/temporary-folder'
import { seedData } from './data'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await seedData(database.db)
})
afterAll(() => database?.close())

const rows = async (text: string) => (await database.db.$client.query(text)).rows

const everything = `select
  (select md5(string_agg(t::text, '' order by t::text)) from networks t) as networks,
  (select md5(string_agg(t::text, '' order by t::text)) from network_months t) as months,
  (select md5(string_agg(t::text, '' order by t::text)) from token_prices t) as prices,
  (select md5(string_agg(t::text, '' order by t::text)) from operators t) as operators,
  (select md5(string_agg(t::text, '' order by t::text)) from operator_months t) as operator_months,
  (select md5(string_agg(t::text, '' order by t::text)) from assumptions t) as assumptions,
  (select md5(string_agg(t::text, '' order by t::text)) from device_models t) as models`

test('every row of every file is there once, and a second run changes nothing', async () => {
  const lines = (name: string) => readFileSync(`db/seed/${name}`, 'utf8').trim().split('\n').length - 1
  const [counts] = await rows(`select (select count(*)::int from networks) as networks,
    (select count(*)::int from network_months where network <> 'relay') as months,
    (select count(*)::int from operator_months) as operator_months,
    (select count(*)::int from operators) as operators,
    (select count(*)::int from token_prices) as prices,
    (select count(*)::int from assumptions) as assumptions,
    (select count(*)::int from device_models) as models`)
  expect(counts).toEqual({
    networks: 16,
    months: lines('networks-monthly.csv'),
    operator_months: lines('relay-operators-monthly.csv'),
    operators: 144,
    prices: lines('token-daily-hnt.csv') + lines('token-daily-fil.csv'),
    assumptions: lines('assumptions.csv'),
    models: lines('device-models.csv'),
  })
  const before = await rows(everything)
  await seedData(database.db)
  expect(await rows(everything)).toEqual(before)
})

test('a blank and a price that was rounded away are unknown, not zero', async () => {
  expect(
    await rows(
      `select month::text, token_price_usd from network_months where network = 'sia' and month = '2016-01-01'`,
    ),
  ).toEqual([{ month: '2016-01-01', token_price_usd: null }])
  expect(
    await rows(
      `select count(*)::int as known from network_months where network = 'akash' and active_nodes is not null`,
    ),
  ).toEqual([{ known: 0 }])
})

test('the relay network’s months are the sums of its operators’', async () => {
  const [june] = await rows(
    `select reward_tokens, rewards_usd, active_nodes, token_price_usd from network_months where network = 'relay' and month = '2023-06-01'`,
  )
  expect(june).toEqual({
    reward_tokens: '13753578.400191',
    rewards_usd: '455700.14656844',
    active_nodes: '21424',
    token_price_usd: '0.033133',
  })
})

test('every network has a model, and every figure its source', async () => {
  expect(
    await rows('select slug from networks where slug not in (select network from device_models)'),
  ).toEqual([])
  const sources = await rows(
    'select distinct source from network_months union select distinct source from token_prices',
  )
  for (const { source } of sources) expect(source).toContain('depin_tokenomics@ff2e881')
})

test('an assumption taken out of its file is taken out of the database', async () => {
  const folder = copyOfSeed()
  const file = join(folder, 'assumptions.csv')
  const text = readFileSync(file, 'utf8')
  writeFileSync(
    file,
    text.replace(/^all,switching_time.*\n/m, '').replace('all,hazard,0.15', 'all,hazard,0.18'),
  )
  await seedData(database.db, folder)
  expect(
    await rows(
      `select value from assumptions where subject = 'all' and name in ('hazard', 'switching_time')`,
    ),
  ).toEqual([{ value: '0.18' }])
  await seedData(database.db)
})

test.each([
  [
    'networks-monthly.csv',
    'helium-iot,wireless,HNT,2019-13,1,1,1,1',
    /networks-monthly\.csv, line 541: month/,
  ],
  ['networks-monthly.csv', 'helium-iot,wireless,HNT,2030-01,-1,1,1,1', /line 541: reward_tokens/],
  ['networks-monthly.csv', 'helium-iot,wireless', /networks-monthly\.csv cannot be read/],
  ['relay-operators-monthly.csv', 'operator-001,2023-07,0,1,1,1,1,1,1,1', /line 671: nodes/],
])('a broken row of %s is refused by file and line, and nothing is changed', async (name, row, message) => {
  const folder = copyOfSeed()
  const file = join(folder, name)
  writeFileSync(file, `${readFileSync(file, 'utf8').trimEnd()}\n${row}\n`)
  const before = await rows(everything)
  const failing = seedData(database.db, folder)
  await expect(failing).rejects.toMatchObject({ name: 'SeedFileError' })
  await expect(failing).rejects.toThrow(message)
  expect(await rows(everything)).toEqual(before)
})

function copyOfSeed(): string {
  const folder = join(temporaryFolder(), 'seed')
  cpSync('db/seed', folder, { recursive: true })
  return folder
}
