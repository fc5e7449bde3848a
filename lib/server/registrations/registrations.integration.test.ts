import { createWalletClient, getAddress, type Hex, http, keccak256, stringToHex } from 'viem'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { metadataDocuments, registrations } from '@/db/schema'
import { devicePositionsAbi as abi } from '@/lib/chain/abi/generated/devicePositions'
import { localAccount } from '@/lib/chain/deploy/local-accounts'
import {
  type DeviceSecret,
  deviceSecretFromSeed,
  publicKeyOf,
  registrationDigest,
  signDigest,
} from '@/lib/chain/device'
import { deviceId, type KeyType, keyTypes } from '@/lib/chain/ids'
import { HotswapError } from '@/lib/core/errors'
import { createTestContext, type TestContext } from '@/test/server-context'
import { createChallenge } from './create-challenge'
import { getRegistration } from './get-registration'
import { challengeInput, proofInput } from './input'
import { submitProof } from './submit-proof'
import { CHALLENGE_SECONDS } from './time'
import type { RegistrationView } from './view-registration'

let context: TestContext
beforeAll(async () => {
  context = await createTestContext()
})
afterAll(() => context.close())
beforeEach(() => context.shiftClock(0))

const owner = localAccount(3).address
const other = localAccount(4).address
const cell = '85283473fffffff'
const terms = {
  network: 'radio',
  model: 'antenna-1',
  cell,
  metadata: { name: 'Roof antenna', hardware: 'Antenna 1' },
}

const sessionOf = (address: string) => ({
  address: address.toLowerCase() as Hex,
  chainId: 31_337,
  expiresAt: new Date(Date.now() + 1e6),
})
const challenge = (change: Record<string, unknown> = {}, address: string = owner) =>
  createChallenge({ ...context, session: sessionOf(address) }, challengeInput.parse({ ...terms, ...change }))

/** What a device does: fills its id into the claim it is shown and signs it. */
function answer(view: RegistrationView, secret: DeviceSecret, change: Partial<Record<'owner', Hex>> = {}) {
  const key = publicKeyOf(secret)
  const { message } = view.typedData
  const claim = {
    ...message,
    deviceId: deviceId(key),
    cell: BigInt(message.cell),
    nonce: BigInt(message.nonce),
    deadline: BigInt(message.deadline),
    ...change,
  }
  const place = { chainId: view.typedData.domain.chainId, positions: view.typedData.domain.verifyingContract }
  return proofInput.parse({ key, signature: signDigest(secret, registrationDigest(place, claim)) })
}

let drawn = 0
const device = (keyType: KeyType = 'p256') => deviceSecretFromSeed(keyType, `registrations:${drawn++}`)

async function refusal(work: Promise<unknown>) {
  const error = await work.then(() => undefined).catch((error: unknown) => error)
  if (!(error instanceof HotswapError)) throw new Error('it should have been refused', { cause: error })
  return error.toFailure()
}

async function send(call: RegistrationView['call'], from: number) {
  if (!call) throw new Error('there is no transaction to send')
  const transport = http(context.chain.rpcUrl)
  const wallet = createWalletClient({ account: localAccount(from), chain: context.client.chain, transport })
  return context.client.waitForTransactionReceipt({ hash: await wallet.sendTransaction(call) })
}

const positionOf = (id: Hex) =>
  context.client.readContract({
    address: context.deployment.positions,
    abi,
    functionName: 'tokenOfDevice',
    args: [id],
  })

describe.each(keyTypes)('a %s device', (keyType) => {
  test('is challenged, proves itself, is attested, and becomes its owner’s position whoever sends it', async () => {
    const secret = device(keyType)
    const id = deviceId(publicKeyOf(secret))
    const asked = await challenge()
    expect(asked).toMatchObject({ status: 'challenged', device: null, call: null })
    expect(asked.typedData.message).toMatchObject({ owner: owner.toLowerCase(), deviceId: null, nonce: '0' })

    const proof = answer(asked, secret)
    const attested = await submitProof(context, asked.id, proof)
    expect(attested).toMatchObject({
      status: 'attested',
      device: { id },
      attester: context.attester.address.toLowerCase(),
    })
    expect(await submitProof(context, asked.id, proof)).toEqual(attested)
    expect(await getRegistration(context, asked.id)).toEqual(attested)

    // sent by somebody else, it still is the owner's: there is nothing to front-run
    const receipt = await send(attested.call, 7)
    expect(receipt.status).toBe('success')
    const tokenId = await positionOf(id)
    const contract = { address: context.deployment.positions, abi } as const
    expect(await context.client.readContract({ ...contract, functionName: 'ownerOf', args: [tokenId] })).toBe(
      getAddress(owner),
    )
    const position = await context.client.readContract({
      ...contract,
      functionName: 'positionOf',
      args: [tokenId],
    })
    expect(position).toMatchObject({ deviceId: id, cell: BigInt(`0x${cell}`), metadata: asked.metadataHash })

    // and once registered, it is registered for ever
    const again = await challenge({}, other)
    expect(await refusal(submitProof(context, again.id, answer(again, secret)))).toMatchObject({
      name: 'ConflictError',
      details: { reason: 'already_registered', positionId: Number(tokenId) },
    })
  })

  test('is refused with another key’s signature, and over a changed claim', async () => {
    const asked = await challenge()
    const good = answer(asked, device(keyType))
    const foreign = { ...answer(asked, device(keyType)), key: good.key }
    const changed = answer(asked, device(keyType), { owner: other })
    for (const proof of [foreign, changed, { ...good, signature: '0x' as const }])
      expect(await refusal(submitProof(context, asked.id, proof))).toMatchObject({
        name: 'NotAllowedError',
        details: { reason: 'wrong_signature' },
      })
    expect(await getRegistration(context, asked.id)).toMatchObject({ status: 'challenged', call: null })
  })
})

describe('a challenge', () => {
  test('expires', async () => {
    const asked = await challenge()
    const proof = answer(asked, device())
    context.shiftClock(CHALLENGE_SECONDS * 1000 + 1000)
    expect(await refusal(submitProof(context, asked.id, proof))).toMatchObject({
      details: { reason: 'expired' },
    })
    expect(await getRegistration(context, asked.id)).toMatchObject({ status: 'expired' })
  })

  test('is answered by one device alone', async () => {
    const asked = await challenge()
    await submitProof(context, asked.id, answer(asked, device()))
    expect(await refusal(submitProof(context, asked.id, answer(asked, device())))).toMatchObject({
      name: 'ConflictError',
      details: { reason: 'already_proven' },
    })
  })

  test('of a second owner is refused while the device’s claim for the first is good, and taken afterwards', async () => {
    const secret = device()
    const first = await challenge()
    const second = await challenge({}, other)
    const race = await Promise.allSettled([
      submitProof(context, first.id, answer(first, secret)),
      submitProof(context, second.id, answer(second, secret)),
    ])
    expect(race.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = race[0].status === 'rejected' ? first : second
    expect(await refusal(submitProof(context, lost.id, answer(lost, secret)))).toMatchObject({
      details: { reason: 'attested_for_another' },
    })
    context.shiftClock(CHALLENGE_SECONDS * 1000 + 1000)
    const later = await challenge({}, lost === first ? owner : other)
    expect(await submitProof(context, later.id, answer(later, secret))).toMatchObject({ status: 'attested' })
  })

  test('can be put right by its own owner: the same device proves corrected terms', async () => {
    const secret = device()
    const first = await challenge()
    await submitProof(context, first.id, answer(first, secret))
    const second = await challenge({ metadata: { ...terms.metadata, name: 'Chimney antenna' } })
    expect(await submitProof(context, second.id, answer(second, secret))).toMatchObject({
      status: 'attested',
    })
  })

  test('that nobody made is not found', async () => {
    const id = '00000000-0000-4000-8000-000000000000'
    expect(await refusal(getRegistration(context, id))).toMatchObject({ name: 'NotFoundError' })
    expect(await refusal(submitProof(context, id, answer(await challenge(), device())))).toMatchObject({
      name: 'NotFoundError',
    })
  })

  test.each([
    ['network', { network: 'nowhere' }],
    ['model', { model: 'server-1' }],
    ['cell', { cell: null }],
    ['cell', { network: 'relay', model: 'server-1' }],
  ])('names the field that is wrong: %s %o', async (field, change) => {
    const before = await context.db.$count(registrations)
    const failure = await refusal(challenge(change))
    expect(failure.name).toBe('InvalidInputError')
    expect(Object.keys(failure.fields ?? {})).toEqual([field])
    expect(await context.db.$count(registrations)).toBe(before)
  })

  test.each([
    ['a coarse cell', { cell: '84283473fffffff' }],
    ['a cell that is none', { cell: '85283473ffffff0' }],
    ['an empty name', { metadata: { name: ' ', hardware: 'x' } }],
    ['a private field', { metadata: { ...terms.metadata, phone: '1' } }],
    ['a commitment of another length', { placeCommitment: '0x12' }],
  ])('with %s never begins', (_what, change) => {
    expect(challengeInput.safeParse({ ...terms, ...change }).success).toBe(false)
  })

  test('keeps its metadata under the hash that goes on chain, and the commitment to the exact place', async () => {
    const placeCommitment = keccak256(stringToHex('place and salt'))
    const asked = await challenge({ placeCommitment })
    expect(asked.typedData.message.place).toBe(placeCommitment)
    const kept = await context.db.select().from(metadataDocuments)
    const document = kept.find(({ hash }) => hash === asked.metadataHash)?.document
    expect(document).toEqual({ ...terms.metadata, demonstration: false })
  })
})
