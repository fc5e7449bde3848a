import { privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { marketRowsOf } from '@/db/queries/market'
import { latestValuation, runningValuation, valuationById } from '@/db/queries/valuations'
import type { Deployment } from '@/lib/chain/deployment'
import { metadataHash } from '@/lib/chain/metadata-hash'
import { UnavailableError } from '@/lib/core/errors'
import { toStoredReceipt } from '@/lib/server/api/views/receipt'
import { engineInputsSchema, engineSettingsSchema } from '@/lib/valuation/engine/inputs'
import { inputsHashOf } from '@/lib/valuation/engine/receipt'
import { checkSignedReceipt } from '@/lib/valuation/engine/signed-receipt'
import { VALUATION_MODEL, valuePosition } from '@/lib/valuation/value-position'
import { seedData } from '@/scripts/seed/data'
import { createTestDatabase, type TestDatabase } from '@/test/database'
import { valueFleet } from './value-fleet'
import { valueOne } from './value-one'

const now = new Date('2026-03-10T12:00:00Z')
const account = `0x${'ad'.repeat(20)}`
const nowhere = `0x${'22'.repeat(20)}` as const
const deployment: Deployment = {
  chainId: 31_337,
  name: 'test',
  startBlock: 0,
  finalityDepth: 1,
  positions: nowhere,
  zone: nowhere,
  dollar: nowhere,
  seaport: nowhere,
  rewards: nowhere,
  fee: { recipient: nowhere, basisPoints: 0 },
}
let database: TestDatabase
let server: { db: TestDatabase['db']; now: () => Date }

beforeAll(async () => {
  database = await createTestDatabase()
  server = { db: database.db, now: () => now }
  await seedData(database.db)
  await query(`update operators set account = $1 where slug = 'operator-090'`, [account])
})
afterAll(() => database?.close())
beforeEach(() => query('truncate positions, ledger, valuations, heartbeat_days'))

const query = async (text: string, values: unknown[] = []) =>
  (await database.db.$client.query(text, values)).rows
const word = (id: number) => `0x${id.toString(16).padStart(64, '0')}`

/** A position as the indexer would have read it. */
async function stand(
  id: number,
  network: string,
  model: string,
  options: { operator?: string; by?: string } = {},
) {
  const document = {
    name: `Device ${id}`,
    hardware: model,
    demonstration: true,
    ...(options.operator && { operator: options.operator }),
  }
  const hash = metadataHash(document)
  const by = options.by ?? `0x${'ef'.repeat(20)}`
  await query('insert into metadata_documents values ($1, $2) on conflict do nothing', [hash, document])
  await query(`insert into blocks values ($1, $2, $2, now(), true) on conflict do nothing`, [id, word(id)])
  await query(
    `insert into positions values ($1, $2, 'p256', $2, $2, $3, $4, $5, null, null, $6, 0, null, 0, 0, $2, $3, 1, $2, now())`,
    [id, word(id), by, network, model, hash],
  )
  await query(
    `insert into ledger (block_number, log_index, transaction_hash, time, kind, position_id, account, data)
     values ($1, 0, $2, now(), 'registered', $1, $3, '{}')`,
    [id, word(id), by],
  )
}

test('a value is stored with its inputs, and can be recomputed from them', async () => {
  await stand(1, 'dimo', 'dimo-autopi')
  const stored = await valueOne(server, 1)
  const inputs = engineInputsSchema.parse(stored.inputs)
  const settings = engineSettingsSchema.parse(stored.settings)
  const again = valuePosition(inputs, settings)
  expect(stored).toMatchObject({
    model: VALUATION_MODEL,
    value: again.value,
    p5: again.p5,
    p50: again.p50,
    p95: again.p95,
    parts: again.parts,
    inputsHash: inputsHashOf(inputs, settings),
  })
  expect(stored.parts.reduce((sum, part) => sum + part.cents, 0n)).toBe(stored.value)
  expect(inputs.asOf).toBe('2024-06')
})

test('nothing is stored again until an input changes', async () => {
  await stand(1, 'dimo', 'dimo-autopi')
  await stand(2, 'nym', 'nym-mixnode')
  expect(await valueFleet(server)).toMatchObject({ valued: [1, 2], unchanged: [], failed: [] })
  expect(await valueFleet(server)).toMatchObject({ valued: [], unchanged: [1, 2] })
  const first = await valueOne(server, 1)
  expect((await valueOne(server, 1)).id).toBe(first.id)

  await query(`update assumptions set value = 300 where subject = 'dimo-autopi' and name = 'hardware_price'`)
  expect(await valueFleet(server)).toMatchObject({ valued: [1], unchanged: [2] })
  expect((await latestValuation(database.db, 1))?.value).toBeLessThan(first.value)
  await seedData(database.db)
})

test('an operator’s history counts for what its own account registered, and for nobody who names it', async () => {
  await stand(1, 'relay', 'relay-server', { operator: 'operator-090', by: account })
  await stand(2, 'relay', 'relay-server', { operator: 'operator-090' })
  const inputsOf = async (id: number) => engineInputsSchema.parse((await valueOne(server, id)).inputs)
  const [own, claimed] = [await inputsOf(1), await inputsOf(2)]
  expect(own.deviceRatio).toMatchObject({ source: 'estimated' })
  expect(own.deviceRatio.value).toBeGreaterThan(1.2)
  expect(own.runningCost.source).toBe('observed')
  expect(claimed.deviceRatio).toMatchObject({ value: 1, source: 'assumption' })
  expect(claimed.runningCost.source).toBe('assumption')
})

test('silent days lower a device’s uptime, and with it its value', async () => {
  await stand(1, 'nym', 'nym-mixnode')
  const before = await valueOne(server, 1)
  for (const [day, seconds] of [
    ['2026-02-28', 40_000],
    ['2026-03-01', 86_400],
    ['2026-03-02', 86_400],
  ])
    await query(`insert into heartbeat_days values ($1, $2, 24, $3, 0)`, [word(1), day, seconds])
  const after = await valueOne(server, 1)
  // full days 1 to 9 March: two in service, seven silent
  expect(after.inputs).toMatchObject({
    uptimeFactor: { source: 'observed', note: expect.stringContaining('9 days') },
  })
  expect(after.value).toBeLessThan(before.value)
})

test('after a reorganisation a value does not pass to the device that got the same number', async () => {
  await stand(1, 'nym', 'nym-mixnode')
  await valueOne(server, 1)
  await query(`update positions set device_id = $1 where id = 1`, [word(99)])
  expect(await latestValuation(database.db, 1)).toBeUndefined()
})

test('what cannot be valued is named and holds up nothing else', async () => {
  await stand(1, 'unheard-of', 'box')
  await stand(2, 'nym', 'nym-mixnode')
  const { valued, failed } = await valueFleet(server)
  expect(valued).toEqual([2])
  expect(failed).toMatchObject([{ positionId: 1, error: { name: 'NotFoundError' } }])
  await expect(valueOne(server, 1)).rejects.toMatchObject({ name: 'NotFoundError' })
  await expect(valueOne(server, 77)).rejects.toMatchObject({ name: 'NotFoundError' })
})

test('a value whose inputs have changed is marked stale before the new one is computed, and from when', async () => {
  await stand(1, 'dimo', 'dimo-autopi')
  const first = await valueOne(server, 1)
  expect(first.staleSince).toBeNull()
  await query(`update assumptions set value = 300 where subject = 'dimo-autopi' and name = 'hardware_price'`)
  const seen: (Date | null | undefined)[] = []
  await valueFleet({
    ...server,
    compute: async (inputs, settings) => {
      seen.push((await latestValuation(database.db, 1))?.staleSince)
      return valuePosition(inputs, settings)
    },
  })
  expect(seen).toEqual([now])
  expect((await latestValuation(database.db, 1))?.staleSince).toBeNull()
  await seedData(database.db)
})

test('a value that cannot be computed any more stays, marked stale', async () => {
  await stand(1, 'dimo', 'dimo-autopi')
  await valueOne(server, 1)
  await query(`update assumptions set value = 310 where subject = 'dimo-autopi' and name = 'hardware_price'`)
  const { failed } = await valueFleet({
    ...server,
    compute: () => Promise.reject(new UnavailableError('No thread.')),
  })
  expect(failed).toMatchObject([{ positionId: 1, error: { name: 'UnavailableError' } }])
  expect((await latestValuation(database.db, 1))?.staleSince).toEqual(now)
  await seedData(database.db)
})

test('equal devices are computed once, each run tells how far it is, and one with nothing to do leaves no line', async () => {
  await query('truncate valuation_runs')
  for (const id of [1, 2, 3]) await stand(id, 'nym', 'nym-mixnode')
  await stand(4, 'dimo', 'dimo-autopi')
  let computed = 0
  const progress: unknown[] = []
  await valueFleet({
    ...server,
    compute: async (inputs, settings) => {
      computed += 1
      progress.push(await runningValuation(database.db, now))
      return valuePosition(inputs, settings)
    },
  })
  expect(computed).toBe(2)
  expect(progress).toContainEqual({ done: 0, total: 4 })
  expect(await query('select total, done, finished_at from valuation_runs')).toEqual([
    { total: 4, done: 4, finished_at: now },
  ])
  expect(await runningValuation(database.db, now)).toBeUndefined()
  await valueFleet(server)
  expect(await query('select count(*)::int as n from valuation_runs')).toEqual([{ n: 1 }])
})

test('a stored valuation is a signed receipt that recomputes, and an altered one is named', async () => {
  await stand(1, 'nym', 'nym-mixnode')
  const valuer = privateKeyToAccount(`0x${'31'.repeat(32)}`)
  const unsigned = await valueOne(server, 1)
  expect(unsigned.signature).toBeNull()
  const stored = await valueOne({ ...server, valuer, deployment }, 1)
  expect(stored.id).not.toBe(unsigned.id)
  const row = await valuationById(database.db, stored.id)
  const given = row && toStoredReceipt(row, deployment)
  // the way a stranger gets it: as JSON
  const text = JSON.parse(JSON.stringify(given))
  expect(await checkSignedReceipt(text, valuer.address)).toEqual([])
  text.receipt.p95 = String(BigInt(text.receipt.p95) + 1n)
  expect(await checkSignedReceipt(text, valuer.address)).toEqual(['p95', 'signature'])
  expect((await valueOne({ ...server, valuer, deployment }, 1)).id).toBe(stored.id)
})

test('the market says of a value that it is stale while its inputs have changed, and not after', async () => {
  await stand(1, 'dimo', 'dimo-autopi')
  await valueOne(server, 1)
  const row = async () => (await marketRowsOf(database.db, [1], now))[0]
  expect(await row()).toMatchObject({ positionId: 1, isStale: false })
  await query(`update assumptions set value = 320 where subject = 'dimo-autopi' and name = 'hardware_price'`)
  await valueFleet({ ...server, compute: () => Promise.reject(new UnavailableError('No thread.')) })
  expect(await row()).toMatchObject({ isStale: true })
  await valueFleet(server)
  expect(await row()).toMatchObject({ isStale: false })
  await seedData(database.db)
})
