import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { and, eq, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { figureSources, networkMonths, networks, observations } from '@/db/schema'
import type { Observation } from '@/lib/market/observations/observation'
import { createTestDatabase, type TestDatabase } from '@/test/database'
import { addSource } from './add-source'
import { admit } from './admit'
import { monthsAsOf } from './months-as-of'
import { readAllSources } from './read-all-sources'
import { readObservations } from './read-observations'
import { readSource } from './read-source'
import { readSourcesPage } from './read-sources-page'
import { storeObservations } from './store-observations'

/** Every property here starts from this seed. */
const seed = 20_240_607
const folder = mkdtempSync(join(tmpdir(), 'hotswap-sources-'))
const head = 'network,month,reward_tokens,token_price_usd,rewards_usd,active_nodes'

let database: TestDatabase
let body: string
let token: string | undefined
let delay = 0
const endpoint = createServer((request, response) => {
  token = request.headers.authorization
  setTimeout(() => response.end(body), delay)
})
let url: string
let clock = new Date('2024-07-02T00:00:00Z')
const read = (slug: string) => readSource({ db: database.db, now: () => clock }, slug)
const day = (text: string) => new Date(`${text}T00:00:00Z`)

beforeAll(async () => {
  database = await createTestDatabase()
  await database.db.insert(networks).values(
    ['relay', 'second', 'third'].map((slug) => ({
      slug,
      name: slug,
      category: 'bandwidth',
      token: 'TKN',
      isPhysical: false,
    })),
  )
  await new Promise<void>((resolve) => endpoint.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}/`
}, 120_000)
afterAll(async () => {
  endpoint.closeAllConnections()
  endpoint.close()
  rmSync(folder, { recursive: true })
  await database?.close()
})

/** A file of months on disk, last changed on a day. */
function publish(name: string, on: string, ...rows: string[]) {
  const path = join(folder, name)
  writeFileSync(path, [head, ...rows, ''].join('\n'))
  utimesSync(path, day(on), day(on))
  return path
}

test('a late and a revised figure: what was known at each moment stays what it was', async () => {
  const path = publish('relay.csv', '2024-05-10', 'relay,2024-03,10,2,20,5', 'relay,2024-04,,,,')
  await addSource(database.db, { slug: 'file', kind: 'csv', title: 'The file', config: { path } })
  expect(await read('file')).toMatchObject({ added: 8, refused: [] })
  const known = async (asOf: string) =>
    (await monthsAsOf(database.db, day(asOf))).split('\r\n').slice(1).filter(Boolean)
  expect(await known('2024-05-09')).toEqual([])
  expect(await known('2024-05-10')).toEqual([
    'relay,bandwidth,TKN,2024-03,10,2,20,5',
    'relay,bandwidth,TKN,2024-04,,,,',
  ])

  // April comes late, and March is revised
  publish('relay.csv', '2024-06-10', 'relay,2024-03,10,2,18,5', 'relay,2024-04,11,2,22,6')
  expect(await read('file')).toMatchObject({ added: 5 })
  const after = ['relay,bandwidth,TKN,2024-03,10,2,18,5', 'relay,bandwidth,TKN,2024-04,11,2,22,6']
  expect(await known('2024-06-09')).toEqual([
    'relay,bandwidth,TKN,2024-03,10,2,20,5',
    'relay,bandwidth,TKN,2024-04,,,,',
  ])
  expect(await known('2024-06-10')).toEqual(after)

  // the file of before is put back: its date is old, the news is of today
  publish('relay.csv', '2024-05-10', 'relay,2024-03,10,2,20,5', 'relay,2024-04,11,2,22,6')
  expect(await read('file')).toMatchObject({ added: 1 })
  expect(await known('2024-06-10')).toEqual(after)
  expect((await known('2024-07-02'))[0]).toBe('relay,bandwidth,TKN,2024-03,10,2,20,5')
  expect(await read('file')).toMatchObject({ added: 0, refused: undefined })
})

test('of two sources that contradict each other the better rank counts, and both are shown', async () => {
  const path = publish('rough.csv', '2024-06-20', 'relay,2024-03,10,2,25,5')
  await addSource(database.db, { slug: 'rough', kind: 'csv', title: 'Rough', rank: 200, config: { path } })
  await read('rough')
  const march = () =>
    database.db
      .select()
      .from(networkMonths)
      .where(and(eq(networkMonths.network, 'relay'), eq(networkMonths.month, '2024-03-01')))
  expect(await march()).toMatchObject([{ rewardsUsd: '20', source: 'The file' }])
  const { disputed } = await readSourcesPage({ db: database.db, now: () => clock })
  expect(disputed.find(({ figure }) => figure.measure === 'rewards_usd')).toMatchObject({
    figure: { value: '20', source: 'file' },
    revised: [{ value: '18' }, { value: '20' }],
    contradicted: [{ value: '25', source: 'rough' }],
  })

  // another rank is another figure at once, without a word being said
  await addSource(database.db, { slug: 'rough', kind: 'csv', title: 'Rough', rank: 1, config: { path } })
  expect(await march()).toMatchObject([{ rewardsUsd: '25', source: 'Rough' }])
})

test('the newest word of a source counts, whatever date it bears, and the past stays as it was told', async () => {
  await addSource(database.db, { slug: 'words', kind: 'csv', title: 'Words', config: {} })
  // a reading: values with days of publication, or without one, which is the day of reading
  const word = fc.record({
    value: fc.constantFrom('1', '2', '3', undefined),
    on: fc.option(fc.integer({ min: 1, max: 5 })),
  })
  const readings = fc.array(fc.array(word, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 })
  let draw = 0
  await fc.assert(
    fc.asyncProperty(readings, async (drawn) => {
      // a period of its own for each draw: nothing is ever deleted
      const period = new Date(Date.UTC(2000, 0, 1 + draw++)).toISOString().slice(0, 10)
      const told = async (asOf: Date) =>
        (await readObservations(database.db, { network: 'third', measure: 'token_supply', asOf })).find(
          ({ figure }) => figure.period === period,
        )?.figure.value
      for (const [index, words] of drawn.entries()) {
        const now = new Date(Date.UTC(2024, 1, 1 + index))
        const said = words.map(
          ({ value, on }): Observation => ({
            network: 'third',
            measure: 'token_supply',
            span: 'day',
            period,
            value,
            knownAt: on === null ? now : new Date(Date.UTC(2024, 0, on)),
          }),
        )
        const { admitted } = admit(said, { networks: new Set(['third']), now, clock: undefined })
        const [newest] = await database.db
          .select({ at: sql<string>`max(known_at)` })
          .from(observations)
          .where(sql`source = 'words' and period = ${period}`)
        const moments = [1, 2, 3, 4, 5, 32, 33, 34, 35].map((day) => new Date(Date.UTC(2024, 0, day)))
        const settled = newest?.at ? moments.filter((moment) => moment <= new Date(newest.at)) : []
        const before = await Promise.all(settled.map(told))
        const store = () => database.db.transaction((tx) => storeObservations(tx, 'words', admitted, now))
        await store()
        const rows = await database.db.$count(observations)
        // saying all of it again is no news
        await store()
        expect(await database.db.$count(observations)).toBe(rows)
        const last = admitted.toSorted((a, b) => b.knownAt.getTime() - a.knownAt.getTime())[0]
        expect(await told(new Date(now.getTime() + 1_000))).toBe(last?.value)
        expect(await Promise.all(settled.map(told))).toEqual(before)
      }
    }),
    { seed, numRuns: 60 },
  )
}, 60_000)

test('whatever an endpoint answers, nothing breaks, nothing known is lost, and the next source is read', async () => {
  await addSource(database.db, {
    slug: 'anything',
    kind: 'json',
    title: 'Anything',
    config: {
      url,
      private: true,
      mapping: {
        rows: '',
        network: { at: '/of' },
        period: { at: '/month', as: 'YYYY-MM', span: 'month' },
        publishedAt: '/on',
        figures: { rewards_usd: '/usd', token_price_usd: '/price', active_nodes: '/n' },
      },
    },
  })
  const path = publish('zz.csv', '2024-06-20')
  await addSource(database.db, { slug: 'zz-last', kind: 'csv', title: 'Last', config: { path } })
  const figure = fc.oneof(
    fc.double({ min: -1 }),
    fc.constantFrom(
      '1e99',
      '1e-99',
      '0',
      '-0',
      `${'9'.repeat(80)}.5e99`,
      '9'.repeat(200_000),
      'NaN',
      'Infinity',
      '1_000',
      '١',
      '',
      null,
      {},
    ),
    fc.nat().map(String),
  )
  const row = fc.record(
    {
      of: fc.constantFrom('second', 'second', 'second', 'nowhere', 'Second', null, '__proto__'),
      month: fc.constantFrom(
        '2024-01',
        '2024-01',
        '2024-01',
        '2024-13',
        '1999-01',
        '2099-01',
        '2024-1',
        7,
        '2024-01-01',
      ),
      on: fc.constantFrom(
        '2024-02-03',
        '2024-02-03',
        undefined,
        '1970-01-01',
        '2999-01-01T00:00:00Z',
        'yesterday',
        null,
        5,
      ),
      usd: figure,
      price: figure,
      n: figure,
    },
    { requiredKeys: ['of', 'month'] },
  )
  const answers = fc.oneof(
    { weight: 5, arbitrary: fc.array(row, { maxLength: 6 }).map((rows) => JSON.stringify(rows)) },
    fc.json(),
    fc.string({ unit: 'binary' }),
  )
  const kept = () => database.db.select().from(observations).where(eq(observations.source, 'anything'))
  await fc.assert(
    fc.asyncProperty(answers, async (text) => {
      body = text
      clock = new Date(clock.getTime() + 1_000)
      const before = await kept()
      const read = await readAllSources({ db: database.db, now: () => clock })
      expect(read.map(({ source }) => source)).toEqual(['anything', 'file', 'rough', 'words', 'zz-last'])
      const [one] = read
      expect(one?.error).toBeUndefined()
      if (one?.failure) expect(one.failure).toMatch(/\.$/)
      const after = await kept()
      expect(after).toEqual(expect.arrayContaining(before))
      for (const { network, period, knownAt } of after) {
        expect([network, period]).toEqual(['second', '2024-01-01'])
        expect(knownAt.getTime()).toBeLessThanOrEqual(clock.getTime())
      }
    }),
    { seed, numRuns: 80 },
  )
  expect((await kept()).length).toBeGreaterThan(0)
}, 60_000)

test('rows left out are kept with the source, for its page', async () => {
  body = JSON.stringify([
    { of: 'nowhere', month: '2024-01', usd: 1 },
    { of: 'second', month: '2024-02', usd: -1 },
  ])
  await read('anything')
  const { sources } = await readSourcesPage({ db: database.db, now: () => clock })
  expect(sources.find(({ slug }) => slug === 'anything')?.leftOut).toEqual({
    count: 4,
    first: [
      { place: 'row 2', reason: 'Its rewards_usd is not a figure of at least zero.' },
      ...['rewards_usd', 'active_nodes', 'token_price_usd'].map((measure) => ({
        place: `nowhere ${measure} 2024-01-01`,
        reason: 'There is no network of that name.',
      })),
    ],
  })
})

test('settings that no longer fit their kind are named, and keep no other source from being read', async () => {
  await database.db
    .insert(figureSources)
    .values({ slug: 'aged', kind: 'json', title: 'Aged', config: { uri: '' } })
  await expect(readAllSources({ db: database.db, now: () => clock })).rejects.toThrow(AggregateError)
  const [aged] = await database.db.select().from(figureSources).where(eq(figureSources.slug, 'aged'))
  expect(aged?.failure).toBe('Its settings are not what its kind of source needs; add it again.')
  const [last] = await database.db.select().from(figureSources).where(eq(figureSources.slug, 'zz-last'))
  expect(last?.readAt).toEqual(clock)
})

test('a header’s token is read from the worker’s environment, and its lack is told', async () => {
  const mapping = {
    rows: '',
    network: { is: 'second' },
    period: { at: '/month', as: 'YYYY-MM', span: 'month' },
    figures: {},
  }
  const headers = { authorization: { env: 'HOTSWAP_TEST_TOKEN' } }
  const config = { url, private: true, headers, mapping }
  await addSource(database.db, { slug: 'guarded', kind: 'json', title: 'Guarded', config })
  expect(await read('guarded')).toMatchObject({
    failure: 'The worker’s environment lacks HOTSWAP_TEST_TOKEN.',
  })
  body = '[]'
  vi.stubEnv('HOTSWAP_TEST_TOKEN', 'Bearer s3cret')
  expect(await read('guarded')).toMatchObject({ failure: undefined })
  expect(token).toBe('Bearer s3cret')
  vi.unstubAllEnvs()
})

test('a figure that comes slowly counts at once', async () => {
  const mapping = {
    rows: '',
    network: { is: 'second' },
    period: { at: '/month', as: 'YYYY-MM', span: 'month' },
    figures: { rewards_usd: '/usd' },
  }
  await addSource(database.db, {
    slug: 'slow',
    kind: 'json',
    title: 'Slow',
    config: { url, private: true, mapping },
  })
  body = JSON.stringify([{ month: '2023-05', usd: 12 }])
  delay = 300
  expect(await readSource({ db: database.db, now: () => new Date() }, 'slow')).toMatchObject({ added: 1 })
  delay = 0
  const [month] = await database.db
    .select()
    .from(networkMonths)
    .where(and(eq(networkMonths.network, 'second'), eq(networkMonths.month, '2023-05-01')))
  expect(month?.rewardsUsd).toBe('12')
})
