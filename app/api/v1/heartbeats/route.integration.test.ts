import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import type { Hex } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDatabase } from '@/db/client'
import { heartbeatConflicts, heartbeats } from '@/db/schema'
import { deviceSecretFromSeed, heartbeatDigest, publicKeyOf, signDigest } from '@/lib/chain/device'
import { deviceId } from '@/lib/chain/ids'
import { context } from '@/lib/server/context'
import { createTestDatabase, type TestDatabase } from '@/test/database'
import { insertPosition } from '@/test/insert-position'
import { temporaryFolder } from '@/test/temporary-folder'
import { POST } from './route'

const address: Hex = `0x${'12'.repeat(20)}`
const secret = deviceSecretFromSeed('p256', 'route:1')
const id = deviceId(publicKeyOf(secret))

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  const file = join(temporaryFolder(), 'deployment.json')
  const fee = { recipient: address, basisPoints: 0 }
  const contracts = { positions: address, zone: address, dollar: address, seaport: address, rewards: address }
  writeFileSync(
    file,
    JSON.stringify({ chainId: 31_337, name: 'test', startBlock: 0, finalityDepth: 1, ...contracts, fee }),
  )
  Object.assign(process.env, {
    DATABASE_URL: database.url,
    RPC_URL: 'http://127.0.0.1:1',
    DEPLOYMENT_FILE: file,
    SESSION_SECRET: 'x'.repeat(32),
    ATTESTER_PRIVATE_KEY: `0x${'11'.repeat(32)}`,
    PUBLIC_URL: 'http://localhost:3000',
  })
  await insertPosition(database.db, 1, publicKeyOf(secret))
})
afterAll(async () => {
  await context().db.$client.end()
  await database.close()
})

const post = (body: string, type = 'application/json') =>
  POST(
    new Request('http://localhost/api/v1/heartbeats', {
      method: 'POST',
      body,
      headers: { 'content-type': type },
    }),
    {
      params: Promise.resolve({}),
    },
  )

function signed(fields: { epoch: bigint; uptime: number; work: bigint; state: number }) {
  const message = { deviceId: id, ...fields }
  const signature = signDigest(secret, heartbeatDigest({ chainId: 31_337, positions: address }, message))
  return { ...message, epoch: message.epoch.toString(), work: message.work.toString(), signature }
}

const thisHour = () => BigInt(Math.floor(Date.now() / 3_600_000))
const rows = async () => [await database.db.$count(heartbeats), await database.db.$count(heartbeatConflicts)]

test('a device’s report is taken, its replay answered 409, and nothing is cached', async () => {
  const body = JSON.stringify(signed({ epoch: thisHour(), uptime: 60, work: 1n, state: 0 }))
  const taken = await post(body)
  expect(taken.status).toBe(200)
  expect(taken.headers.get('cache-control')).toBe('no-store')
  const again = await post(body)
  expect(again.status).toBe(409)
  expect(await again.json()).toMatchObject({ error: { name: 'ReplayError', details: { reason: 'replay' } } })
})

test('whatever is sent, the answer is a typed refusal and nothing changes', async () => {
  const before = await rows()
  const good = signed({ epoch: thisHour() - 1n, uptime: 60, work: 1n, state: 0 })
  const anything = fc.oneof(
    fc.json(),
    fc.string(),
    fc.jsonValue().map((value) => JSON.stringify({ heartbeats: value })),
    fc.array(fc.jsonValue(), { maxLength: 120 }).map((heartbeats) => JSON.stringify({ heartbeats })),
    // a good report with one field made anything else
    fc
      .tuple(fc.constantFrom(...Object.keys(good)), fc.jsonValue())
      .filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(Reflect.get(good, field)))
      .map(([field, value]) => JSON.stringify({ ...good, [field]: value })),
  )
  await fc.assert(
    fc.asyncProperty(anything, async (body) => {
      const response = await post(body)
      const answer = await response.json()
      // many are answered together, each with a refusal of its own
      const refusals = response.status === 200 ? answer.results : [{ ok: false, error: answer.error }]
      if (response.status === 200) expect(answer.accepted).toBe(0)
      else expect([400, 403, 409, 413]).toContain(response.status)
      for (const { ok, error } of refusals) {
        expect(ok).toBe(false)
        expect(error).toMatchObject({ name: expect.stringMatching(/Error$/), message: expect.any(String) })
        expect(error.name).not.toBe('UnexpectedError')
      }
    }),
    { numRuns: fc.readConfigureGlobal().numRuns ?? 256 },
  )
  expect(await rows()).toEqual(before)
})

test('a request of another kind, or too large, is refused before it is read', async () => {
  expect((await post('{}', 'text/plain')).status).toBe(415)
  expect((await post(JSON.stringify({ heartbeats: ['x'.repeat(200_000)] }))).status).toBe(413)
})

test('a database that is away is said so, and may be tried again', async () => {
  const { db } = context()
  const away = createDatabase('postgresql://nobody@127.0.0.1:1/none')
  Object.assign(context(), { db: away })
  try {
    const response = await post(
      JSON.stringify(signed({ epoch: thisHour() - 2n, uptime: 1, work: 1n, state: 0 })),
    )
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('5')
    expect(await response.json()).toMatchObject({ error: { name: 'UnavailableError', retryable: true } })
  } finally {
    Object.assign(context(), { db })
    await away.$client.end()
  }
})
