import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDatabase } from '@/db/client'
import { startTestChain, type TestChain } from '@/test/chain'
import { createTestDatabase, type TestDatabase } from '@/test/database'
import { createIndexer } from '../indexer'
import { createJsonRpc } from '../source/json-rpc'
import { readTip } from '../store/cursor'
import { tryToLead } from './try-to-lead'

let database: TestDatabase
let chain: TestChain
beforeAll(async () => {
  ;[database, chain] = await Promise.all([createTestDatabase(), startTestChain()])
}, 120_000)
afterAll(() => Promise.all([database?.close(), chain?.stop()]))

/** Ends the backend that holds the indexer's lock, as a crash of its process would. */
const endLeader = () =>
  database.db.execute(sql`
    select pg_terminate_backend(pid) from pg_locks
    where locktype = 'advisory' and granted and database = (select oid from pg_database where datname = current_database())
    and objid = (hashtext('hotswap-indexer')::int8 & 4294967295)::oid`)

test('one leads; another does when it resigns or dies', async () => {
  const first = await tryToLead(database.db)
  expect(first).toBeDefined()
  expect(await tryToLead(database.db)).toBeUndefined()
  await first?.resign()
  const second = await tryToLead(database.db)
  await endLeader()
  await expect.poll(() => second?.lost.aborted).toBe(true)
  await expect(second?.transaction((tx) => tx.execute(sql`select 1`))).rejects.toMatchObject({
    name: 'UnavailableError',
  })
  await second?.resign()
  const third = await tryToLead(database.db)
  expect(third).toBeDefined()
  await third?.resign()
})

test('of three workers one writes, and another takes over when its connection is cut', async () => {
  const stop = new AbortController()
  const pools = [1, 2, 3].map(() => createDatabase(database.url, { max: 2 }))
  const applied = new Set<number>()
  const runs = pools.map((db, index) =>
    createIndexer({
      db,
      rpcUrl: chain.rpcUrl,
      deployment: chain.deployment,
      pollMs: 20,
      onApplied: () => applied.add(index),
    }).run({ signal: stop.signal }),
  )
  const rpc = createJsonRpc(chain.rpcUrl)
  const head = async () => Number(await rpc.call('eth_blockNumber', []))
  try {
    for (let round = 0; round < 3; round++) {
      await rpc.call('evm_mine', [])
      await expect
        .poll(async () => (await readTip(database.db))?.number, { timeout: 20_000 })
        .toBe(await head())
      await endLeader()
      await sleep(50)
    }
  } finally {
    stop.abort()
    await Promise.all(runs)
    await Promise.all(pools.map((db) => db.$client.end()))
  }
  expect(applied.size).toBeGreaterThan(0)
}, 60_000)

test('who does not lead waits until the leader has reached the head', async () => {
  const leader = await tryToLead(database.db)
  await createJsonRpc(chain.rpcUrl).call('evm_mine', [])
  const options = { db: database.db, rpcUrl: chain.rpcUrl, deployment: chain.deployment }
  let done = false
  const waiting = createIndexer(options)
    .syncToHead()
    .then(() => {
      done = true
    })
  await sleep(300)
  expect(done).toBe(false)
  await leader?.resign()
  await waiting
}, 30_000)
