import { createWalletClient, http, keccak256, stringToHex } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { metadataDocuments, positions } from '@/db/schema'
import { devicePositionsAbi as abi } from '@/lib/chain/abi/generated/devicePositions'
import { localAccount, localAccounts } from '@/lib/chain/deploy/local-accounts'
import {
  deviceSecretFromSeed,
  publicKeyOf,
  registerCall,
  registrationDigest,
  signDigest,
} from '@/lib/chain/device'
import { checkCredential } from '@/lib/chain/identity/check-credential'
import { deviceId, type KeyType, keyTypes, toShortString } from '@/lib/chain/ids'
import { metadataHash } from '@/lib/chain/metadata-hash'
import { checkOnChain } from '@/scripts/credential/check-on-chain'
import { createTestContext, type TestContext } from '@/test/server-context'
import { issueCredential } from './issue-credential'

let context: TestContext
beforeAll(async () => {
  context = await createTestContext()
})
afterAll(() => context.close())

const owner = localAccount(3)

/** Registers a device on the real chain, and puts its position where the indexer would. */
async function register(keyType: KeyType, name: string): Promise<number> {
  const { client, deployment, attester, db, chain } = context
  const secret = deviceSecretFromSeed(keyType, `identity:${name}`)
  const key = publicKeyOf(secret)
  const metadata = { name, hardware: 'Server', demonstration: true }
  const claim = {
    owner: owner.address,
    deviceId: deviceId(key),
    network: toShortString('relay'),
    model: toShortString('server-1'),
    cell: 0n,
    place: `0x${'0'.repeat(64)}` as const,
    metadata: metadataHash(metadata),
    nonce: 0n,
    deadline: BigInt(Math.floor(Date.now() / 1000) + 3_600),
  }
  const digest = registrationDigest(deployment, claim)
  const proof = {
    claim,
    key,
    deviceSignature: signDigest(secret, digest),
    attester: attester.address,
    attesterSignature: await attester.sign({ hash: digest }),
  }
  const wallet = createWalletClient({ account: owner, chain: client.chain, transport: http(chain.rpcUrl) })
  const hash = await wallet.sendTransaction(registerCall(deployment.positions, proof))
  const { blockNumber } = await client.waitForTransactionReceipt({ hash })
  const id = Number(
    await client.readContract({
      address: deployment.positions,
      abi,
      functionName: 'tokenOfDevice',
      args: [claim.deviceId],
    }),
  )
  await db.insert(metadataDocuments).values({ hash: claim.metadata, document: metadata })
  const { timestamp } = await client.getBlock({ blockNumber })
  await db.insert(positions).values({
    id,
    deviceId: claim.deviceId,
    keyType,
    keyX: key.x,
    keyY: key.y,
    owner: owner.address,
    network: 'relay',
    model: 'server-1',
    metadataHash: claim.metadata,
    ownershipNonce: 0,
    userExpires: 0n,
    flags: 0,
    stateHash: keccak256(stringToHex(name)),
    attester: attester.address,
    registeredBlock: Number(blockNumber),
    registeredTransaction: hash,
    registeredAt: new Date(Number(timestamp) * 1000),
  })
  return id
}

test.each(keyTypes)(
  'the credential of a registered %s device is good by itself and on chain',
  async (keyType) => {
    const id = await register(keyType, keyType)
    const text = JSON.stringify(await issueCredential(context, id))
    const { findings, attestation, issuer } = await checkCredential(text)
    expect(findings).toEqual([])
    if (!attestation || !issuer) return expect.unreachable()
    expect(await checkOnChain(attestation, issuer, context.chain.rpcUrl)).toEqual({
      findings: [],
      owner: owner.address,
    })
  },
)

test('what the chain says otherwise is named: a taint, another position, a lost role', async () => {
  const id = await register('p256', 'otherwise')
  const { attestation, issuer } = await checkCredential(JSON.stringify(await issueCredential(context, id)))
  if (!attestation || !issuer) return expect.unreachable()
  const { client, deployment, attester, chain } = context
  const places = async (changed: Partial<typeof attestation> = {}) =>
    (await checkOnChain({ ...attestation, ...changed }, issuer, chain.rpcUrl)).findings.map(
      ({ place }) => place,
    )
  expect(await places({ positionId: 77 })).toEqual(['credentialSubject.position'])
  expect(await places({ chainId: 1 })).toEqual(['evidence.0.domain.chainId'])
  expect(await places({ transaction: `0x${'9'.repeat(64)}` })).toEqual(['evidence.0.transaction'])
  expect(await places({ registeredAt: new Date(0) })).toEqual(['validFrom'])

  const send = async (
    account: Parameters<typeof createWalletClient>[0]['account'],
    functionName: 'setFlags' | 'revokeRole',
  ) => {
    const wallet = createWalletClient({ account, chain: client.chain, transport: http(chain.rpcUrl) })
    const contract = {
      address: deployment.positions,
      abi,
      account: account ?? attester,
      chain: client.chain,
    } as const
    const role = keccak256(stringToHex('ATTESTER_ROLE'))
    const hash =
      functionName === 'setFlags'
        ? await wallet.writeContract({ ...contract, functionName, args: [BigInt(id), 1] })
        : await wallet.writeContract({ ...contract, functionName, args: [role, attester.address] })
    await client.waitForTransactionReceipt({ hash })
  }
  await send(attester, 'setFlags')
  expect(await places()).toEqual(['credentialSubject.id'])
  await send(localAccount(localAccounts.deployer), 'revokeRole')
  expect(await places()).toEqual(['credentialSubject.id', 'issuer', 'evidence.0.attester'])
})

test('a position that is none has no credential', async () => {
  await expect(issueCredential(context, 4_000)).rejects.toThrow('There is no position 4000.')
})
