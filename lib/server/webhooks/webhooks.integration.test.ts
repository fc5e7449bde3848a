import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { eq } from 'drizzle-orm'
import { Logger, makeWorkerUtils, runOnce, type WorkerUtils } from 'graphile-worker'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { notifications, webhookAttempts, webhookDeliveries, webhooks } from '@/db/schema'
import { LOCAL_CHAIN_ID } from '@/lib/chain/deployment'
import { noRules } from '@/lib/market/watch'
import { createTestDatabase, type TestDatabase } from '@/test/database'
import { addressOf, insertCase, insertChain, insertListing } from '@/test/insert-market'
import { createTaskList } from '../jobs/task-list'
import { evaluateWatches } from '../watches/evaluate-watches'
import { setWatch } from '../watches/set-watch'
import { createWebhook, type WebhookContext } from './create-webhook'
import { deleteWebhook } from './delete-webhook'
import { postMessage } from './post-message'
import { createSecretBox } from './secret-box'
import { testWebhook } from './test-webhook'

let database: TestDatabase
let receiver: Server
let worker: WorkerUtils
let url: string
/** what the receiver answers, in turn; 204 when there is nothing left */
let answers: number[] = []
let heard: { headers: IncomingHttpHeaders; body: string }[] = []

const logger = new Logger(() => () => {})
const me = addressOf('watcher')
const now = () => new Date()
const deployment = { chainId: LOCAL_CHAIN_ID } as WebhookContext['deployment']
const secretBox = createSecretBox('a session secret of the tests, long enough')
const context = (address = me): WebhookContext => ({
  db: database.db,
  deployment,
  now,
  secretBox,
  session: { address },
})

beforeAll(async () => {
  database = await createTestDatabase()
  await insertChain(database.db)
  await insertCase(database.db, { id: 1 })
  worker = await makeWorkerUtils({ connectionString: database.url, logger })
  await worker.migrate()
  receiver = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => {
      body += part
    })
    request.on('end', () => {
      heard.push({ headers: request.headers, body })
      response.writeHead(answers.shift() ?? 204, { location: 'http://127.0.0.1:1/' }).end()
    })
  })
  await new Promise<void>((ready) => receiver.listen(0, '127.0.0.1', ready))
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`
})
afterAll(async () => {
  await worker.release()
  await new Promise((closed) => receiver.close(closed))
  await database.close()
})
beforeEach(async () => {
  await database.db.delete(webhooks)
  await database.db.delete(notifications)
  answers = []
  heard = []
})

/** Something watched happens: a listing at a price nobody had yet. */
let price = 1_000_000n
async function happens() {
  price -= 1n
  await setWatch({ db: database.db, session: { address: me } }, { positionId: 1, ...noRules, below: price })
  const hour = 3_600_000
  const window = { startTime: new Date(Date.now() - hour), endTime: new Date(Date.now() + hour) }
  await insertListing(database.db, { id: 1, price, ...window })
  await evaluateWatches({ db: database.db, now })
}

/** Runs what is due; what waits for another attempt is made due. */
async function work() {
  await database.db.$client.query(
    'update graphile_worker._private_jobs set run_at = now() where locked_at is null',
  )
  await runOnce({
    connectionString: database.url,
    taskList: createTaskList({ db: database.db, now, deployment, secretBox } as Parameters<
      typeof createTaskList
    >[0]),
    noHandleSignals: true,
    logger,
  })
}

const deliveries = () => database.db.select().from(webhookDeliveries)
const attempts = () => database.db.select().from(webhookAttempts).orderBy(webhookAttempts.seq)

function headersOf(index: number): Record<string, string> {
  const { headers } = heard[index] ?? { headers: {} }
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
}

test('what happens is posted once, signed so that the specification’s library accepts it', async () => {
  const { secret } = await createWebhook(context(), { url })
  await happens()
  await work()
  await work()
  expect(heard).toHaveLength(1)
  const message = new Webhook(secret).verify(heard[0]?.body ?? '', headersOf(0))
  expect(message).toMatchObject({
    type: 'position.price',
    data: { positionId: 1, account: me, priceUsd: `0.${price}` },
  })
  expect(await deliveries()).toMatchObject([{ status: 'delivered' }])
  expect(await attempts()).toMatchObject([{ status: 204, error: null }])
})

test('the database holds no secret; one sealed under another session secret is told, and not tried again', async () => {
  const { secret } = await createWebhook(context(), { url })
  const [kept] = await database.db.select().from(webhooks)
  expect(JSON.stringify(kept)).not.toContain(secret.slice('whsec_'.length))
  await database.db
    .update(webhooks)
    .set({ secret: createSecretBox('the session secret of another server, or day').seal(secret, me) })
  await happens()
  await work()
  await work()
  expect(heard).toHaveLength(0)
  expect(await deliveries()).toMatchObject([{ status: 'failed' }])
  expect(await attempts()).toMatchObject([{ error: expect.stringContaining('another SESSION_SECRET') }])
})

test('a job that runs again for a message that was taken sends nothing', async () => {
  await createWebhook(context(), { url })
  await happens()
  await work()
  const [delivery] = await deliveries()
  await worker.addJob('deliverWebhook', { delivery: delivery?.id })
  await work()
  expect(heard).toHaveLength(1)
  expect(await attempts()).toHaveLength(1)
})

test('a message that somebody replays is refused by the receiver: its time is signed, and its id is known', async () => {
  const { secret } = await createWebhook(context(), { url })
  await happens()
  await work()
  const taken = headersOf(0)
  const body = heard[0]?.body ?? ''
  const later = String(Number(taken['webhook-timestamp']) + 600)
  expect(() => new Webhook(secret).verify(body, { ...taken, 'webhook-timestamp': later })).toThrow()
  expect(taken['webhook-id']).toBe((await deliveries())[0]?.id)
})

test('a receiver that fails gets it again under the same id, with a fresh signature; the log has every attempt', async () => {
  const { secret } = await createWebhook(context(), { url })
  answers = [500, 302]
  await happens()
  await work()
  await work()
  await work()
  await work()
  expect(heard).toHaveLength(3)
  const ids = heard.map(({ headers }) => headers['webhook-id'])
  expect(new Set(ids).size).toBe(1)
  for (const [i, { body }] of heard.entries()) new Webhook(secret).verify(body, headersOf(i))
  expect((await attempts()).map(({ status }) => status)).toEqual([500, 302, 204])
  expect(await deliveries()).toMatchObject([{ status: 'delivered' }])
})

test('between attempts the job waits longer and longer', async () => {
  await createWebhook(context(), { url })
  answers = [500, 500, 500]
  await happens()
  const waits: number[] = []
  for (let i = 0; i < 3; i++) {
    await work()
    const { rows } = await database.db.$client.query<{ wait: number }>(
      'select extract(epoch from run_at - now())::float8 as wait from graphile_worker._private_jobs',
    )
    waits.push(rows[0]?.wait ?? 0)
  }
  expect(waits[0]).toBeGreaterThan(1.5)
  expect(waits[1]).toBeGreaterThan((waits[0] ?? 0) * 2)
  expect(waits[2]).toBeGreaterThan((waits[1] ?? 0) * 2)
  await database.db.$client.query('delete from graphile_worker._private_jobs')
})

test('after the last attempt it is given up, and no job is left', async () => {
  await createWebhook(context(), { url })
  answers = [500]
  await happens()
  await database.db.$client.query('update graphile_worker._private_jobs set max_attempts = 1')
  await work()
  expect(await deliveries()).toMatchObject([{ status: 'failed' }])
  const { rows } = await database.db.$client.query('select 1 from graphile_worker._private_jobs')
  expect(rows).toEqual([])
})

test('a receiver that says 410 hears nothing more', async () => {
  await createWebhook(context(), { url })
  answers = [410]
  await happens()
  await work()
  await happens()
  await work()
  expect(heard).toHaveLength(1)
  expect(await deliveries()).toMatchObject([{ status: 'failed' }])
})

test('a receiver that is away is in the log in words', async () => {
  const { id } = await createWebhook(context(), { url: 'http://127.0.0.1:1/' })
  expect(await testWebhook(context(), { id })).toEqual({ error: 'The receiver refused the connection.' })
  expect(await attempts()).toMatchObject([{ status: null, error: 'The receiver refused the connection.' }])
})

test('a test message goes out at once; another account cannot send it, nor delete the endpoint', async () => {
  const { id, secret } = await createWebhook(context(), { url })
  await expect(testWebhook(context(addressOf('other')), { id })).rejects.toMatchObject({
    name: 'NotFoundError',
  })
  await expect(deleteWebhook(context(addressOf('other')), { id })).rejects.toMatchObject({
    name: 'NotFoundError',
  })
  expect(await testWebhook(context(), { id })).toEqual({ status: 204 })
  expect(new Webhook(secret).verify(heard[0]?.body ?? '', headersOf(0))).toMatchObject({
    type: 'hotswap.test',
  })
})

test('test messages are limited, so that an endpoint is no way to hammer somebody', async () => {
  const { id } = await createWebhook(context(), { url })
  for (let i = 0; i < 6; i++) await testWebhook(context(), { id })
  await expect(testWebhook(context(), { id })).rejects.toMatchObject({ name: 'ConflictError' })
  expect(heard).toHaveLength(6)
})

test('what was queued for a deleted endpoint is not sent', async () => {
  const { id } = await createWebhook(context(), { url })
  await happens()
  await deleteWebhook(context(), { id })
  await work()
  expect(heard).toEqual([])
  expect(await deliveries()).toEqual([])
})

test('an account has five endpoints at most, also when it asks for them all at once', async () => {
  const asked = await Promise.allSettled(Array.from({ length: 8 }, () => createWebhook(context(), { url })))
  expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
  expect(await database.db.$count(webhooks, eq(webhooks.account, me))).toBe(5)
})

test('away from the local chain this machine is not called, whatever name leads to it', async () => {
  const message = { headers: {}, body: '{}' }
  const abroad = { allowLocal: false }
  expect(await postMessage(url, message, abroad)).toMatchObject({ error: expect.stringContaining('https') })
  // a name that resolves to this machine: judged by the address, not by the name
  expect(
    await postMessage('https://example.org/', message, {
      ...abroad,
      lookup: (_, options, done) =>
        options.all ? done(null, [{ address: '127.0.0.1', family: 4 }]) : done(null, '127.0.0.1', 4),
    }),
  ).toEqual({ error: 'The host leads to an address that is not public.' })
  expect(heard).toEqual([])
})

test('a receiver that never answers is given up on after a while', async () => {
  const silent = createServer(() => {})
  await new Promise<void>((ready) => silent.listen(0, '127.0.0.1', ready))
  const address = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/`
  const outcome = await postMessage(address, { headers: {}, body: '{}' }, { allowLocal: true, timeout: 300 })
  expect(outcome).toEqual({ error: 'The receiver did not answer in time.' })
  silent.closeAllConnections()
  await new Promise((closed) => silent.close(closed))
})
