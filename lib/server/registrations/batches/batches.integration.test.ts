import { createWalletClient, type Hex, http } from 'viem'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { batchCounts } from '@/db/queries/batches'
import { devicePositionsAbi as abi } from '@/lib/chain/abi/generated/devicePositions'
import { localAccount, localAccounts } from '@/lib/chain/deploy/local-accounts'
import {
  type DeviceSecret,
  deviceSecretFromSeed,
  publicKeyOf,
  registrationDigest,
  signDigest,
} from '@/lib/chain/device'
import { didKey } from '@/lib/chain/identity/did-key'
import { deviceId } from '@/lib/chain/ids'
import { csvLine } from '@/lib/core/csv/format-csv'
import { parseCsv } from '@/lib/core/csv/parse-csv'
import { insertPosition } from '@/test/insert-position'
import { createTestContext, type TestContext } from '@/test/server-context'
import { createBatch } from './create-batch'
import { getChallenges } from './get-challenges'
import { nextMint } from './next-mint'
import { renewBatch } from './renew-batch'
import { resultsCsv } from './results-csv'
import { submitProofs } from './submit-proofs'
import { getBatch } from './view-batch'

let context: TestContext
beforeAll(async () => {
  context = await createTestContext()
})
afterAll(() => context.close())
beforeEach(() => context.shiftClock(0))

const owner = localAccount(3)
const session = {
  address: owner.address.toLowerCase() as Hex,
  chainId: 31_337,
  expiresAt: new Date(Date.now() + 1e9),
}
const asOwner = () => ({ ...context, session })

let made = 0
function fleet(count: number): DeviceSecret[] {
  return Array.from({ length: count }, (_, index) =>
    deviceSecretFromSeed(index % 2 === 0 ? 'p256' : 'secp256k1', `batch:${++made}`),
  )
}

function file(secrets: DeviceSecret[], spoil: (index: number) => boolean = () => false): string {
  const rows = secrets.map((secret, index) =>
    csvLine([
      didKey(publicKeyOf(secret)),
      spoil(index) ? 'nowhere' : 'relay',
      'server-1',
      '',
      `Server ${index}`,
    ]),
  )
  return `device_key,network,model,cell,name\n${rows.join('')}`
}

async function sign(id: string, secrets: DeviceSecret[]) {
  const { challenges } = await getChallenges(context, id)
  const byDevice = new Map(secrets.map((secret) => [deviceId(publicKeyOf(secret)), secret]))
  return challenges.flatMap(({ line, deviceId: device, message }) => {
    const secret = byDevice.get(device)
    if (!secret) return []
    const claim = {
      ...message,
      deviceId: device,
      cell: BigInt(message.cell),
      nonce: BigInt(message.nonce),
      deadline: BigInt(message.deadline),
    }
    return [{ line, signature: signDigest(secret, registrationDigest(context.deployment, claim)) }]
  })
}

async function send(call: { to: Hex; data: Hex }) {
  const wallet = createWalletClient({
    account: owner,
    chain: context.client.chain,
    transport: http(context.chain.rpcUrl),
  })
  const hash = await wallet.sendTransaction(call)
  return context.client.waitForTransactionReceipt({ hash })
}

test('of seventy rows three are bad; the others are proven in one request and minted in two transactions', async () => {
  const secrets = fleet(70)
  const batch = await createBatch(asOwner(), {
    name: 'fleet.csv',
    text: file(secrets, (index) => index % 30 === 5),
  })
  expect(batch).toMatchObject({ good: 67, refused: 3 })
  expect(await getBatch(context, batch.id)).toMatchObject({
    name: 'fleet.csv',
    rows: 70,
    counts: { refused: 3, waiting: 67, proven: 0, minted: 0, expired: 0 },
  })

  const { proofs } = await submitProofs(context, batch.id, { proofs: await sign(batch.id, secrets) })
  expect(proofs).toHaveLength(67)
  expect(proofs.every(({ isProven }) => isProven)).toBe(true)
  expect(await getChallenges(context, batch.id)).toMatchObject({ challenges: [] })

  const first = await nextMint(asOwner(), batch.id)
  expect(first).toMatchObject({ left: 67 })
  expect(first.lines).toHaveLength(60)
  if (!first.call) return expect.unreachable()
  const receipt = await send(first.call)
  expect(receipt.status).toBe('success')
  // EIP-7825: a transaction may take 2^24
  expect((receipt.gasUsed * 6n) / 5n).toBeLessThan(2n ** 24n)

  // the record has not read them yet, and they are not asked for again
  const second = await nextMint(asOwner(), batch.id)
  expect(second).toMatchObject({ left: 7 })
  if (!second.call) return expect.unreachable()
  await send(second.call)
  expect(await nextMint(asOwner(), batch.id)).toEqual({ call: null, lines: [], left: 0, leftOut: 0 })
  const position = await context.client.readContract({
    address: context.deployment.positions,
    abi,
    functionName: 'tokenOfDevice',
    args: [deviceId(publicKeyOf(secrets[69] as DeviceSecret))],
  })
  expect(position).toBeGreaterThan(0n)
})

test('each answer has its own fate: a wrong signature, a line that is none, one sent twice', async () => {
  const secrets = fleet(4)
  const { id } = await createBatch(asOwner(), { name: 'a', text: file(secrets, (index) => index === 3) })
  const good = await sign(id, secrets)
  const [a, b, c] = good
  if (!a || !b || !c) return expect.unreachable()
  const answers = {
    proofs: [
      a,
      { line: b.line, signature: c.signature },
      { line: 5, signature: c.signature },
      { line: 99, signature: c.signature },
    ],
  }
  const { proofs } = await submitProofs(context, id, answers)
  expect(proofs).toEqual([
    { line: 2, isProven: true, reason: null },
    { line: 3, isProven: false, reason: expect.stringContaining('not the one of the key') },
    { line: 5, isProven: false, reason: expect.stringContaining('was refused') },
    { line: 99, isProven: false, reason: 'The file has no row on this line.' },
  ])
  const again = await submitProofs(context, id, { proofs: [a, b] })
  expect(again.proofs.every(({ isProven }) => isProven)).toBe(true)
  expect(await batchCounts(context.db, id, context.now())).toMatchObject({
    proven: 2,
    waiting: 1,
    refused: 1,
  })
})

test('a device that is on the record is refused in the file; one promised to another owner, when it answers', async () => {
  const [known, promised] = fleet(2)
  if (!known || !promised) return expect.unreachable()
  await insertPosition(context.db, 9_001, publicKeyOf(known))
  const { id } = await createBatch(asOwner(), { name: 'a', text: file([known, promised]) })
  const text = await (await resultsCsv(context, id, 'all')).text()
  expect(text).toContain('registered already, as position 9001')

  const other = { ...session, address: localAccount(4).address.toLowerCase() as Hex }
  const asOther = { ...asOwner(), session: other }
  const theirs = await createBatch(asOther, { name: 'b', text: file([promised]) })
  await submitProofs(context, theirs.id, { proofs: await sign(theirs.id, [promised]) })
  const { proofs } = await submitProofs(context, id, { proofs: await sign(id, [promised]) })
  expect(proofs).toMatchObject([{ isProven: false, reason: expect.stringContaining('another owner') }])
  await expect(nextMint(asOther, id)).rejects.toThrow('Only the account that gave this file')
})

test('a row the chain would leave out keeps its reason, and the others are minted', async () => {
  const secrets = fleet(3)
  const { id } = await createBatch(asOwner(), { name: 'a', text: file(secrets) })
  await submitProofs(context, id, { proofs: await sign(id, secrets) })
  const first = await nextMint(asOwner(), id)
  expect(first.lines).toEqual([2, 3, 4])
  // an attester who lost the role: the claims it signed are good for nothing any more
  const admin = createWalletClient({
    account: localAccount(localAccounts.deployer),
    chain: context.client.chain,
    transport: http(context.chain.rpcUrl),
  })
  const contract = { address: context.deployment.positions, abi } as const
  const role = await context.client.readContract({ ...contract, functionName: 'ATTESTER_ROLE' })
  const args = [role, context.attester.address] as const
  const revoked = await admin.writeContract({ ...contract, functionName: 'revokeRole', args })
  await context.client.waitForTransactionReceipt({ hash: revoked })
  expect(await nextMint(asOwner(), id)).toEqual({ call: null, lines: [], left: 0, leftOut: 3 })
  expect(await (await resultsCsv(context, id, 'all')).text()).toContain('is not an attester')

  const granted = await admin.writeContract({ ...contract, functionName: 'grantRole', args })
  await context.client.waitForTransactionReceipt({ hash: granted })
  expect(await nextMint(asOwner(), id)).toMatchObject({ call: null, leftOut: 3 })
  expect((await nextMint(asOwner(), id, true)).lines).toEqual([2, 3, 4])
})

test('a file left for two days gets new challenges, and the results can be read back', async () => {
  const secrets = fleet(3)
  const { id } = await createBatch(asOwner(), { name: 'a', text: file(secrets, (index) => index === 0) })
  const old = await sign(id, secrets)
  context.shiftClock(2 * 86_400_000)
  expect(await batchCounts(context.db, id, context.now())).toMatchObject({ expired: 2, refused: 1 })
  expect((await submitProofs(context, id, { proofs: old })).proofs).toMatchObject([
    { isProven: false, reason: expect.stringContaining('expired') },
    { isProven: false, reason: expect.stringContaining('expired') },
  ])
  expect(await renewBatch(asOwner(), id)).toEqual({ renewed: 2 })
  const { proofs } = await submitProofs(context, id, { proofs: await sign(id, secrets) })
  expect(proofs.every(({ isProven }) => isProven)).toBe(true)

  const results = parseCsv(await (await resultsCsv(context, id, 'all')).text()).records
  expect(results.map(({ cells }) => cells.slice(0, 2))).toEqual([
    ['line', 'result'],
    ['2', 'refused'],
    ['3', 'proven'],
    ['4', 'proven'],
  ])
  const refused = parseCsv(await (await resultsCsv(context, id, 'refused')).text()).records
  expect(refused).toHaveLength(2)
  expect(refused[1]?.cells[1]).toBe('nowhere')
})
