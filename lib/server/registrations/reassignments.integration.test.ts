import { createWalletClient, encodeFunctionData, type Hex, http } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { devicePositionsAbi as abi } from '@/lib/chain/abi/generated/devicePositions'
import { localAccount } from '@/lib/chain/deploy/local-accounts'
import {
  type Call,
  type DeviceSecret,
  deviceSecretFromSeed,
  publicKeyOf,
  reassignCall,
  reassignmentDigest,
  registrationDigest,
  signDigest,
} from '@/lib/chain/device'
import { deviceId, fromShortString } from '@/lib/chain/ids'
import { HotswapError } from '@/lib/core/errors'
import { createTestContext, type TestContext } from '@/test/server-context'
import { createChallenge } from './create-challenge'
import { createReassignment } from './create-reassignment'
import { getReassignment } from './get-reassignment'
import { challengeInput, reassignmentInput } from './input'
import { submitProof } from './submit-proof'
import { submitReassignmentProof } from './submit-reassignment-proof'
import type { ReassignmentView } from './view-reassignment'

let context: TestContext
beforeAll(async () => {
  context = await createTestContext()
})
afterAll(() => context.close())

const metadata = { name: 'Box', hardware: 'Box 1' }
const session = (index: number) => ({
  address: localAccount(index).address.toLowerCase() as Hex,
  chainId: 31_337,
  expiresAt: new Date(Date.now() + 1e6),
})

async function send(call: Call | null, from: number) {
  if (!call) throw new Error('there is no transaction to send')
  const transport = http(context.chain.rpcUrl)
  const wallet = createWalletClient({ account: localAccount(from), chain: context.client.chain, transport })
  return context.client.waitForTransactionReceipt({ hash: await wallet.sendTransaction(call) })
}

/** A relay position of account 3. */
async function registered(secret: DeviceSecret): Promise<number> {
  const key = publicKeyOf(secret)
  const input = challengeInput.parse({ network: 'relay', model: 'server-1', metadata })
  const { id, typedData } = await createChallenge({ ...context, session: session(3) }, input)
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
  await send(call, 3)
  const contract = { address: context.deployment.positions, abi } as const
  return Number(
    await context.client.readContract({ ...contract, functionName: 'tokenOfDevice', args: [deviceId(key)] }),
  )
}

const toRadio = (positionId: number, by = 3) =>
  createReassignment(
    { ...context, session: session(by) },
    reassignmentInput.parse({
      positionId,
      network: 'radio',
      model: 'antenna-1',
      cell: '85283473fffffff',
      metadata,
    }),
  )

function claimOf({ typedData: { message } }: ReassignmentView) {
  return {
    ...message,
    tokenId: BigInt(message.tokenId),
    cell: BigInt(message.cell),
    nonce: BigInt(message.nonce),
    deadline: BigInt(message.deadline),
  }
}

function answer(view: ReassignmentView, secret: DeviceSecret) {
  const digest = reassignmentDigest(context.deployment, claimOf(view))
  return { key: publicKeyOf(secret), signature: signDigest(secret, digest) }
}

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => expect.unreachable(),
    (error: unknown) => (error instanceof HotswapError ? error.toFailure() : error),
  )

describe('a reassignment', () => {
  test('moves the device once device, attester and owner agree', async () => {
    const secret = deviceSecretFromSeed('p256', 'reassignments:moves')
    const positionId = await registered(secret)
    const asked = await toRadio(positionId)
    expect(asked).toMatchObject({ status: 'challenged', kind: 'reassignment', user: null, call: null })
    const attested = await submitReassignmentProof(context, asked.id, answer(asked, secret))
    expect(attested).toMatchObject({ status: 'attested' })
    expect(await submitReassignmentProof(context, asked.id, answer(asked, secret))).toEqual(attested)

    expect((await send(attested.call, 3)).status).toBe('success')
    const contract = { address: context.deployment.positions, abi } as const
    const args = [BigInt(positionId)] as const
    const position = await context.client.readContract({ ...contract, functionName: 'positionOf', args })
    expect(fromShortString(position.network)).toBe('radio')
    expect(await getReassignment(context, asked.id)).toMatchObject({ status: 'done' })
  })

  test('is the owner’s to ask and the device’s to sign', async () => {
    const secret = deviceSecretFromSeed('secp256k1', 'reassignments:owner')
    const positionId = await registered(secret)
    expect(await refusal(toRadio(positionId, 4))).toMatchObject({ details: { reason: 'not_owner' } })
    expect(await refusal(toRadio(99))).toMatchObject({ name: 'NotFoundError' })
    const asked = await toRadio(positionId)
    const foreign = deviceSecretFromSeed('secp256k1', 'reassignments:foreign')
    expect(await refusal(submitReassignmentProof(context, asked.id, answer(asked, foreign)))).toMatchObject({
      details: { reason: 'wrong_device' },
    })
    const unsigned = { ...answer(asked, secret), signature: answer(asked, foreign).signature }
    expect(await refusal(submitReassignmentProof(context, asked.id, unsigned))).toMatchObject({
      details: { reason: 'wrong_signature' },
    })
  })

  test('is void when the position was sold meanwhile: a former owner with the device key can do nothing', async () => {
    const secret = deviceSecretFromSeed('p256', 'reassignments:sold')
    const positionId = await registered(secret)
    const asked = await toRadio(positionId)
    const transport = http(context.chain.rpcUrl)
    const wallet = createWalletClient({ account: localAccount(3), chain: context.client.chain, transport })
    const hash = await wallet.writeContract({
      address: context.deployment.positions,
      abi,
      functionName: 'transferFrom',
      args: [localAccount(3).address, localAccount(4).address, BigInt(positionId)],
    })
    await context.client.waitForTransactionReceipt({ hash })
    expect(await refusal(submitReassignmentProof(context, asked.id, answer(asked, secret)))).toMatchObject({
      details: { reason: 'overtaken' },
    })
    expect(await refusal(toRadio(positionId))).toMatchObject({ details: { reason: 'not_owner' } })
  })

  test('needs the user’s signature of the same claim while a lease runs', async () => {
    const secret = deviceSecretFromSeed('p256', 'reassignments:leased')
    const positionId = await registered(secret)
    const user = localAccount(5)
    const expires = BigInt(Math.floor(Date.now() / 1000) + 3600)
    const args = [BigInt(positionId), user.address, expires] as const
    await send(
      { to: context.deployment.positions, data: encodeFunctionData({ abi, functionName: 'setUser', args }) },
      3,
    )
    const asked = await toRadio(positionId)
    expect(asked.user).toBe(user.address)

    const attested = await submitReassignmentProof(context, asked.id, answer(asked, secret))
    expect(attested).toMatchObject({ status: 'attested', call: null })
    const { device, attester, signatures } = attested
    if (!device || !attester || !signatures) throw new Error('the challenge was proven')
    const claim = claimOf(attested)
    const proof = {
      key: device.key,
      deviceSignature: signatures.device,
      attester,
      attesterSignature: signatures.attester,
    }
    await expect(send(reassignCall(context.deployment.positions, { claim, ...proof }), 3)).rejects.toThrow()
    const userSignature = await user.sign({ hash: reassignmentDigest(context.deployment, claim) })
    const whole = reassignCall(context.deployment.positions, { claim, ...proof }, userSignature)
    expect((await send(whole, 3)).status).toBe('success')
  })
})
