import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedData } from '@/scripts/seed/data'
import { createTestDatabase, type TestDatabase } from '@/test/database'
import { monthsAsOf } from './months-as-of'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await seedData(database.db)
}, 120_000)
afterAll(() => database?.close())

type Row = Record<string, string>
const read = (text: string) => parse(text, { columns: true }) as Row[]
const keyOf = ({ network, month }: Row) => `${network} ${month}`
/** As numbers, because the database writes `1` for `1.0`; a blank and a price rounded to 0 are both unknown. */
const figuresOf = ({ reward_tokens, token_price_usd, rewards_usd, active_nodes }: Row) =>
  [reward_tokens, Number(token_price_usd) === 0 ? '' : token_price_usd, rewards_usd, active_nodes].map(
    (text) => (text === '' ? '' : Number(text)),
  )

test('the figures that were put in come out again, and nothing was known before', async () => {
  const given = read(readFileSync('db/seed/networks-monthly.csv', 'utf8'))
  const known = new Map(
    read(await monthsAsOf(database.db, new Date())).map((row) => [keyOf(row), figuresOf(row)]),
  )
  for (const row of given) expect(known.get(keyOf(row)), keyOf(row)).toEqual(figuresOf(row))
  // the relay network's months are sums of its operators'
  expect(known.size).toBe(given.length + 6)
  expect(read(await monthsAsOf(database.db, new Date('2020-01-01T00:00:00Z')))).toEqual([])
})
