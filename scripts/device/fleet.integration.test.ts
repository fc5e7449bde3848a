import { chmodSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { batchCounts } from '@/db/queries/batches'
import { localAccount } from '@/lib/chain/deploy/local-accounts'
import { getBatchChallenges } from '@/lib/server/api/operations/get-batch-challenges'
import { postBatchProofs } from '@/lib/server/api/operations/post-batch-proofs'
import { createBatch } from '@/lib/server/registrations/batches/create-batch'
import { getChallenges } from '@/lib/server/registrations/batches/get-challenges'
import { type ApiServer, serveRoutes } from '@/test/api-server'
import { createTestContext, type TestContext } from '@/test/server-context'
import { runAgent } from './agent'

let context: TestContext
let api: ApiServer
let folder: string
let said: string[]
const owner = localAccount(3).address

beforeAll(async () => {
  context = await createTestContext()
  const serve = { context: () => context }
  api = await serveRoutes({
    'GET /api/v1/registration-batches/:id/challenges': getBatchChallenges.serve(serve),
    'POST /api/v1/registration-batches/:id/proofs': postBatchProofs.serve(serve),
  })
  context.publicUrl = new URL(api.url)
})
afterAll(async () => {
  await api.stop()
  await context.close()
})
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hotswap-fleet-'))
  said = []
})

const agent = (...args: string[]) =>
  runAgent(
    ['fleet', ...args],
    (line) => said.push(line),
    (line) => said.push(line),
  )

async function prepare(count: number) {
  const [keys, csv] = [join(folder, 'fleet.keys'), join(folder, 'fleet.csv')]
  const made = await agent(
    'keygen',
    '--count',
    String(count),
    '--keys',
    keys,
    '--csv',
    csv,
    '--network',
    'relay',
    '--model',
    'server-1',
  )
  expect(made).toBe(0)
  const session = { address: owner, chainId: 31_337, expiresAt: new Date(Date.now() + 1e6) }
  const { id } = await createBatch(
    { ...context, session },
    { name: 'fleet.csv', text: readFileSync(csv, 'utf8') },
  )
  return { keys, id }
}

test('the keys of a fleet answer every challenge of its file', async () => {
  const { keys, id } = await prepare(120)
  expect(statSync(keys).mode & 0o077).toBe(0)
  expect(await agent('prove', '--keys', keys, '--batch', id, '--url', api.url, '--owner', owner)).toBe(0)
  expect(said).toContain('120 of 120 proven.')
  expect(await batchCounts(context.db, id, context.now())).toMatchObject({ proven: 120, waiting: 0 })
  // again, nothing is left to do
  expect(await agent('prove', '--keys', keys, '--batch', id, '--url', api.url, '--owner', owner)).toBe(0)
})

test('the challenges may come as the file the page gives', async () => {
  const { keys, id } = await prepare(3)
  const file = join(folder, 'challenges.json')
  writeFileSync(file, JSON.stringify(await getChallenges(context, id)))
  expect(await agent('prove', '--keys', keys, '--batch', file, '--owner', owner)).toBe(0)
})

test('nothing is signed for another owner, for nobody, or with keys that others can read', async () => {
  const { keys, id } = await prepare(2)
  const prove = ['prove', '--keys', keys, '--batch', id, '--url', api.url]
  expect(await agent(...prove, '--owner', localAccount(4).address)).toBe(1)
  expect(said.at(-1)).toContain('names the owner')
  expect(await agent(...prove)).toBe(1)
  expect(said.at(-1)).toContain('Name the owner')
  chmodSync(keys, 0o644)
  expect(await agent(...prove, '--owner', owner)).toBe(1)
  expect(said.at(-1)).toContain('Others can read')
  expect(await batchCounts(context.db, id, context.now())).toMatchObject({ proven: 0, waiting: 2 })
})

test('devices whose keys are elsewhere are left to answer by themselves', async () => {
  const { id } = await prepare(2)
  folder = mkdtempSync(join(tmpdir(), 'hotswap-fleet-'))
  const other = await prepare(2)
  expect(await agent('prove', '--keys', other.keys, '--batch', id, '--url', api.url, '--owner', owner)).toBe(
    1,
  )
  expect(said.at(-1)).toContain('the keys of 0 are here')
})
