import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createWalletClient, type Hex, http } from 'viem'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { POST as heartbeatRoute } from '@/app/api/v1/heartbeats/route'
import { POST as moveProofRoute } from '@/app/api/v1/reassignments/[id]/proof/route'
import { GET as moveRoute } from '@/app/api/v1/reassignments/[id]/route'
import { POST as proofRoute } from '@/app/api/v1/registrations/[id]/proof/route'
import { GET as challengeRoute } from '@/app/api/v1/registrations/[id]/route'
import { heartbeats } from '@/db/schema'
import { devicePositionsAbi as abi } from '@/lib/chain/abi/generated/devicePositions'
import { localAccount } from '@/lib/chain/deploy/local-accounts'
import { publicKeyOf } from '@/lib/chain/device'
import { deviceId } from '@/lib/chain/ids'
import { createChallenge } from '@/lib/server/registrations/create-challenge'
import { createReassignment } from '@/lib/server/registrations/create-reassignment'
import { getReassignment } from '@/lib/server/registrations/get-reassignment'
import { getRegistration } from '@/lib/server/registrations/get-registration'
import { challengeInput, reassignmentInput } from '@/lib/server/registrations/input'
import { type ApiServer, serveRoutes } from '@/test/api-server'
import { insertPosition } from '@/test/insert-position'
import { createTestContext, type TestContext } from '@/test/server-context'
import { temporaryFolder } from '@/test/temporary-folder'
import { runAgent } from './agent'
import { loadKey } from './key-file'

const root = fileURLToPath(new URL('../..', import.meta.url))
const owner = localAccount(3)
const stranger = localAccount(4)
const metadata = { name: 'Shelf server', hardware: 'Server 1' }
const routes = {
  'GET /api/v1/registrations/:id': challengeRoute,
  'POST /api/v1/registrations/:id/proof': proofRoute,
  'GET /api/v1/reassignments/:id': moveRoute,
  'POST /api/v1/reassignments/:id/proof': moveProofRoute,
  'POST /api/v1/heartbeats': heartbeatRoute,
}

let context: TestContext
let server: ApiServer
let key: string
beforeAll(async () => {
  context = await createTestContext()
  // the routes take the process's one context
  Object.assign(globalThis, { hotswapContext: context })
  server = await serveRoutes(routes)
})
afterAll(async () => {
  await server.stop()
  await context.close()
})
beforeEach(() => {
  key = join(mkdtempSync(join(temporaryFolder(), 'agent-')), 'key')
})

/** The agent's command, in this process. */
async function agent(...args: string[]): Promise<{ code: number; said: string }> {
  const lines: string[] = []
  const say = (line: string) => lines.push(line)
  const code = await runAgent([...args, '--key', key], say, say)
  return { code, said: lines.join('\n') }
}

/** The same as its operator runs it: a process of its own. */
function agentProcess(...args: string[]): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const all = ['--import', 'tsx', 'scripts/device/index.ts', ...args, '--key', key]
    const child = spawn(process.execPath, all, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data))
    child.on('close', (code) => resolve({ code, said }))
  })
}

const session = {
  address: owner.address.toLowerCase() as Hex,
  chainId: 31_337,
  expiresAt: new Date(Date.now() + 1e6),
}
const challenge = () => {
  const terms = challengeInput.parse({ network: 'relay', model: 'server-1', metadata })
  return createChallenge({ ...context, session }, terms)
}

async function send(call: { to: Hex; data: Hex } | null) {
  if (!call) throw new Error('there is no transaction to send')
  const transport = http(context.chain.rpcUrl)
  const wallet = createWalletClient({ account: owner, chain: context.client.chain, transport })
  return context.client.waitForTransactionReceipt({ hash: await wallet.sendTransaction(call) })
}

const thisHour = () => Math.floor(Date.now() / 3_600_000)

test.each(['p256', 'secp256k1'])(
  'a %s device proves itself, its owner registers it, it reports its hours, and it is moved',
  async (curve) => {
    expect(await agentProcess('keygen', '--curve', curve)).toMatchObject({ code: 0 })
    expect(statSync(key).mode & 0o777).toBe(0o600)
    const device = publicKeyOf(loadKey(key))

    const { id } = await challenge()
    const proven = await agent('prove', '--url', server.url, '--challenge', id, '--owner', owner.address)
    expect(proven).toMatchObject({ code: 0 })
    expect(proven.said).toContain(`owner        ${owner.address}`)
    expect(proven.said).toContain('network      relay')
    await send((await getRegistration(context, id)).call)
    const contract = { address: context.deployment.positions, abi } as const
    const args = [deviceId(device)] as const
    const position = Number(
      await context.client.readContract({ ...contract, functionName: 'tokenOfDevice', args }),
    )
    expect(position).toBeGreaterThan(0)

    // before the indexer has seen it, the report waits; afterwards it goes
    const early = await agent('heartbeat', '--work', '7')
    expect(early).toMatchObject({ code: 1, said: expect.stringContaining('waiting') })
    await insertPosition(context.db, position, device)
    expect(await agent('heartbeat', '--work', '7')).toMatchObject({
      code: 0,
      said: expect.stringContaining('sent'),
    })
    const kept = await context.db.select().from(heartbeats)
    expect(kept.find((row) => row.deviceId === deviceId(device))).toMatchObject({
      at: new Date((thisHour() - 1) * 3_600_000),
      uptime: 3600,
      work: 7n,
    })

    const terms = {
      positionId: position,
      network: 'radio',
      model: 'antenna-1',
      cell: '85283473fffffff',
      metadata,
    }
    const move = await createReassignment({ ...context, session }, reassignmentInput.parse(terms))
    const moved = await agent(
      'prove',
      '--challenge',
      `${server.url}/reassign/${move.id}`,
      '--yes',
      '--network',
      'radio',
    )
    expect(moved).toMatchObject({ code: 0, said: expect.stringContaining(`position     ${position}`) })
    await send((await getReassignment(context, move.id)).call)
    expect(await getReassignment(context, move.id)).toMatchObject({ status: 'done' })
  },
)

test('the agent signs nothing its operator does not expect, or nobody agreed to', async () => {
  await agent('keygen')
  const { id } = await challenge()
  const prove = (...args: string[]) => agent('prove', '--url', server.url, '--challenge', id, ...args)
  const refused = (said: string) => ({ code: 1, said: expect.stringContaining(said) })
  expect(await prove()).toMatchObject(refused('Nobody is here to agree'))
  expect(await prove('--owner', stranger.address)).toMatchObject(refused('names the owner'))
  expect(await prove('--owner', owner.address, '--network', 'radio')).toMatchObject(
    refused('names the network relay'),
  )
  expect(await prove('--owner', owner.address, '--chain', '1')).toMatchObject(
    refused('names the chain 31337'),
  )
  expect(await getRegistration(context, id)).toMatchObject({ status: 'challenged' })
})

test('a device that is offline keeps its reports, and never signs an hour twice', async () => {
  await agent('keygen')
  const { id } = await challenge()
  await agent('prove', '--url', server.url, '--challenge', id, '--owner', owner.address)
  await insertPosition(context.db, 100, publicKeyOf(loadKey(key)))
  const { port } = new URL(server.url)
  await server.stop()
  const epoch = String(thisHour() - 3)
  const away = await agent('heartbeat', '--epoch', epoch, '--uptime', '10', '--attempts', '2')
  expect(away).toMatchObject({ code: 1, said: expect.stringContaining('does not answer') })
  server = await serveRoutes(routes, Number(port))

  const otherwise = await agent('heartbeat', '--epoch', epoch, '--uptime', '11')
  expect(otherwise).toMatchObject({ code: 1, said: expect.stringContaining('already signed another report') })
  const both = await agent('heartbeat', '--epoch', String(thisHour() - 2))
  expect(both.code).toBe(0)
  expect(both.said.match(/sent/g)).toHaveLength(2)
  const again = await agent('heartbeat', '--epoch', epoch, '--uptime', '10')
  expect(again).toMatchObject({ code: 0, said: expect.stringContaining('was reported already') })
})

test('a key that others can read is not used, and none is overwritten', async () => {
  await agent('keygen')
  const before = readFileSync(key, 'utf8')
  expect(await agent('keygen')).toMatchObject({
    code: 1,
    said: expect.stringContaining('holds a key already'),
  })
  expect(readFileSync(key, 'utf8')).toBe(before)
  chmodSync(key, 0o644)
  expect(await agent('show')).toMatchObject({ code: 1, said: expect.stringContaining('chmod 600') })
})
