import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createWalletClient, type Hex, http } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { blocks, deviceModels, networks } from '@/db/schema'
import { localAccount } from '@/lib/chain/deploy/local-accounts'
import {
  type Call,
  deviceSecretFromSeed,
  publicKeyOf,
  reassignmentDigest,
  registrationDigest,
  signDigest,
} from '@/lib/chain/device'
import { deviceId } from '@/lib/chain/ids'
import { HotswapError } from '@/lib/core/errors'
import { postReassignmentProof } from '@/lib/server/api/operations/post-reassignment-proof'
import { runAgent } from '@/scripts/device/agent'
import { serveRoutes } from '@/test/api-server'
import { insertCase } from '@/test/insert-market'
import { createTestContext, type TestContext } from '@/test/server-context'
import { createChallenge } from '../registrations/create-challenge'
import { challengeInput } from '../registrations/input'
import { submitProof } from '../registrations/submit-proof'
import { submitReassignmentProof } from '../registrations/submit-reassignment-proof'
import type { ReassignmentView } from '../registrations/view-reassignment'
import { createFleetMove, createFleetMoves } from './create-fleet-move'
import { readMoves } from './read-moves'

let context: TestContext
const secret = deviceSecretFromSeed('p256', 'fleet:move')
const owner = localAccount(3)
const me = owner.address.toLowerCase() as Hex
const session = (address: Hex) => ({ address, chainId: 31_337, expiresAt: new Date(Date.now() + 1e6) })
const signedIn = (address = me) => ({ ...context, session: session(address) })
const toMesh = { positionId: 1, network: 'mesh', model: 'mesh-1' }

beforeAll(async () => {
  context = await createTestContext()
  const { db } = context
  await db
    .insert(networks)
    .values({ slug: 'mesh', name: 'Mesh', category: 'bandwidth', token: 'MSH', isPhysical: false })
  await db.insert(deviceModels).values({ slug: 'mesh-1', network: 'mesh', name: 'Mesh 1' })
  const word = `0x${'1'.repeat(64)}` as const
  await db
    .insert(blocks)
    .values({ number: 1, hash: word, parentHash: word, time: new Date(), eventful: true })
  // on chain, and in the record as the indexer would have read it
  const key = publicKeyOf(secret)
  const input = challengeInput.parse({
    network: 'relay',
    model: 'server-1',
    metadata: { name: 'Device 1', hardware: 'Small server' },
  })
  const { id, typedData } = await createChallenge(signedIn(), input)
  const { message } = typedData
  const claim = {
    ...message,
    deviceId: deviceId(key),
    cell: BigInt(message.cell),
    nonce: BigInt(message.nonce),
    deadline: BigInt(message.deadline),
  }
  const signature = signDigest(secret, registrationDigest(context.deployment, claim))
  const { call } = await submitProof(context, id, { key, signature })
  await send(call)
  await insertCase(db, { id: 1, network: 'relay', model: 'server-1' })
  await context.db.$client.query('update positions set owner = $1, device_id = $2 where id = 1', [
    me,
    deviceId(key),
  ])
})
afterAll(() => context.close())

async function send(call: Call | null) {
  if (!call) throw new Error('there is no transaction to send')
  const transport = http(context.chain.rpcUrl)
  const wallet = createWalletClient({ account: owner, chain: context.client.chain, transport })
  await context.client.waitForTransactionReceipt({ hash: await wallet.sendTransaction(call) })
}

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => expect.unreachable(),
    (error: unknown) => (error instanceof HotswapError ? error.toFailure() : error),
  )

test('a move is begun once, found again after a reload, signed by the device and sent', async () => {
  const begun = await createFleetMove(signedIn(), toMesh)
  expect(begun).toMatchObject({
    status: 'challenged',
    network: 'mesh',
    cell: null,
    metadata: { name: 'Device 1', hardware: 'Small server' },
  })
  expect((await createFleetMove(signedIn(), toMesh)).id).toBe(begun.id)
  expect(await readMoves(me, context)).toMatchObject([
    { view: { id: begun.id }, networkName: 'Mesh', orders: { listings: 0, offers: 0 } },
  ])

  const attested = await submitReassignmentProof(context, begun.id, answer(begun))
  await send(attested.call)
  const [move] = await readMoves(me, context)
  expect(move?.view.status).toBe('done')
  // the next one is a challenge of its own: the device's nonce has moved on
  expect((await createFleetMove(signedIn(), toMesh)).id).not.toBe(begun.id)
})

test('nobody moves another’s device, to where it stands, or to a network that needs a place it has not', async () => {
  const stranger = localAccount(4).address.toLowerCase() as Hex
  expect(await refusal(createFleetMove(signedIn(stranger), toMesh))).toMatchObject({
    name: 'NotAllowedError',
  })
  const at = (network: string, model: string, positionId = 1) =>
    refusal(createFleetMove(signedIn(), { positionId, network, model }))
  expect(await at('relay', 'server-1')).toMatchObject({ details: { reason: 'same_network' } })
  expect(await at('radio', 'antenna-1')).toMatchObject({ fields: { cell: expect.any(String) } })
  expect(await at('mesh', 'server-1')).toMatchObject({ fields: { model: expect.any(String) } })
  expect(await at('mesh', 'mesh-1', 77)).toMatchObject({ name: 'NotFoundError' })
  expect(await readMoves(stranger, context)).toEqual([])
})

test('many moves are begun at once, those refused are told apart, and one command signs for the devices', async () => {
  // the first test left it on the mesh
  const back = { positionId: 1, network: 'relay', model: 'server-1' }
  await context.db.$client.query("update positions set network = 'mesh', model = 'mesh-1' where id = 1")
  const outcome = await createFleetMoves(signedIn(), { moves: [back, { ...back, positionId: 77 }] })
  expect(outcome).toEqual({ begun: [1], refused: [{ positionId: 77, message: expect.any(String) }] })

  const api = await serveRoutes({
    'POST /api/v1/reassignments/:id/proof': postReassignmentProof.serve({ context: () => context }),
  })
  const folder = mkdtempSync(join(tmpdir(), 'hotswap-moves-'))
  const [keys, file] = [join(folder, 'fleet.keys'), join(folder, 'moves.json')]
  writeFileSync(keys, `${JSON.stringify(secret)}\n`, { mode: 0o600 })
  writeFileSync(file, JSON.stringify({ moves: await readMoves(me, context) }))
  const said: string[] = []
  const say = (line: string) => said.push(line)
  const move = (...more: string[]) =>
    runAgent(['fleet', 'move', '--keys', keys, '--moves', file, '--url', api.url, ...more], say, say)
  try {
    expect(await move()).toBe(1)
    expect(await move('--owner', localAccount(4).address)).toBe(1)
    expect((await readMoves(me, context))[0]?.view.status).toBe('challenged')
    expect(await move('--owner', me)).toBe(0)
    expect(said.at(-1)).toContain('1 of 1 signed')
  } finally {
    await api.stop()
  }
  const [signed] = await readMoves(me, context)
  expect(signed?.view.status).toBe('attested')
  await send(signed!.view.call)
  expect((await readMoves(me, context))[0]?.view.status).toBe('done')
})

function answer({ typedData: { message } }: ReassignmentView) {
  const claim = {
    ...message,
    tokenId: BigInt(message.tokenId),
    cell: BigInt(message.cell),
    nonce: BigInt(message.nonce),
    deadline: BigInt(message.deadline),
  }
  return {
    key: publicKeyOf(secret),
    signature: signDigest(secret, reassignmentDigest(context.deployment, claim)),
  }
}
