import { type Address, createPublicClient, http } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { accounts, siweNonces } from '@/db/schema'
import { NotAllowedError } from '@/lib/core/errors'
import { createContractWallet } from '@/test/contract-wallet'
import { createTestContext, type TestContext } from '@/test/server-context'
import { isNodeAway } from '../failure/is-node-away'
import { createNonce, NONCE_SECONDS } from './create-nonce'
import { pruneNonces } from './prune-nonces'
import { signIn } from './sign-in'
import { signInMessage } from './sign-in-message'

let context: TestContext
beforeAll(async () => {
  context = await createTestContext()
})
afterAll(() => context.close())
beforeEach(() => context.shiftClock(0))

const account = privateKeyToAccount(`0x${'11'.repeat(32)}`)
const stranger = privateKeyToAccount(`0x${'22'.repeat(32)}`)
const lower = (address: Address) => address.toLowerCase() as Address

async function signed(change: (message: string) => string = (message) => message, signer = account) {
  const { message } = await createNonce(context, { address: lower(account.address) })
  const changed = change(message)
  return { message: changed, signature: await signer.signMessage({ message: changed }) }
}

async function refusal(input: Parameters<typeof signIn>[1]) {
  const error = await signIn(context, input).catch((error: unknown) => error)
  expect(error).toBeInstanceOf(NotAllowedError)
  return (error as NotAllowedError).details?.reason
}

describe('signing in', () => {
  test('a key that signs our message is signed in, and its account remembered once', async () => {
    expect(await signIn(context, await signed())).toBe(lower(account.address))
    expect(await signIn(context, await signed())).toBe(lower(account.address))
    expect(await context.db.$count(accounts)).toBe(1)
  })

  test('a message is good once, also when it is sent twice at the same moment', async () => {
    const input = await signed()
    const both = await Promise.allSettled([signIn(context, input), signIn(context, input)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await refusal(input)).toBe('wrong_nonce')
  })

  test('a nonce we never gave is refused', async () => {
    expect(await refusal(await signed((m) => m.replace(/Nonce: \w+/, 'Nonce: abcdefgh12345678')))).toBe(
      'wrong_nonce',
    )
  })

  test('a message for another domain, chain, address line, or statement is refused', async () => {
    expect(await refusal(await signed((m) => m.replace('localhost:3000 wants', 'evil.example wants')))).toBe(
      'wrong_domain',
    )
    expect(await refusal(await signed((m) => m.replace('Chain ID: 31337', 'Chain ID: 1')))).toBe(
      'wrong_chain',
    )
    expect(await refusal(await signed((m) => m.replace('moves nothing', 'moves everything')))).toBe('altered')
    expect(
      await refusal(await signed((m) => m.replace('URI: http://localhost:3000', 'URI: http://evil.example'))),
    ).toBe('altered')
    expect(await refusal(await signed((m) => `${m}\nResources:\n- https://evil.example`))).toBe('altered')
    expect(await refusal(await signed(() => 'Let me in'))).toBe('malformed')
  })

  test('a message is refused after its time, and one that claims more time is not ours', async () => {
    const input = await signed()
    context.shiftClock(NONCE_SECONDS * 1000)
    expect(await refusal(input)).toBe('expired')
    context.shiftClock(0)
    const terms = { address: account.address, chainId: 31_337, publicUrl: context.publicUrl }
    const { nonce, expiresAt } = await createNonce(context, { address: account.address })
    const longer = new Date(expiresAt.getTime() + 86_400_000)
    const message = signInMessage({ ...terms, nonce, issuedAt: context.now(), expiresAt: longer })
    context.shiftClock(NONCE_SECONDS * 1000 + 1000)
    expect(await refusal({ message, signature: await account.signMessage({ message }) })).toBe('wrong_nonce')
  })

  test('another key’s signature, or none, is refused and leaves the message good', async () => {
    const input = await signed(undefined, stranger)
    expect(await refusal(input)).toBe('wrong_signature')
    expect(await refusal({ ...input, signature: '0x' })).toBe('wrong_signature')
    const own = await account.signMessage({ message: input.message })
    expect(await signIn(context, { ...input, signature: own })).toBe(lower(account.address))
  })

  test('a contract wallet signs in by EIP-1271, and by EIP-6492 before it is deployed', async () => {
    const wallet = await createContractWallet(context.client, 5)
    const message = async () => (await createNonce(context, { address: lower(wallet.address) })).message
    const first = await message()
    const early = { message: first, signature: await wallet.signMessage(first, { asUndeployed: true }) }
    expect(await signIn(context, early)).toBe(lower(wallet.address))
    const second = await message()
    const unwrapped = { message: second, signature: await wallet.signMessage(second) }
    expect(await refusal(unwrapped)).toBe('wrong_signature')
    await wallet.deploy()
    expect(await signIn(context, unwrapped)).toBe(lower(wallet.address))
    const third = await message()
    expect(await refusal({ message: third, signature: await stranger.signMessage({ message: third }) })).toBe(
      'wrong_signature',
    )
  })

  test('a node that is away costs nobody their message', async () => {
    const wallet = await createContractWallet(context.client, 6)
    await wallet.deploy()
    const { message } = await createNonce(context, { address: lower(wallet.address) })
    const input = { message, signature: await wallet.signMessage(message) }
    const nowhere = http('http://127.0.0.1:1', { retryCount: 0 })
    const client = createPublicClient({ chain: context.client.chain, transport: nowhere })
    const error = await signIn({ ...context, client }, input).catch((error: unknown) => error)
    expect(isNodeAway(error)).toBe(true)
    expect(await signIn(context, input)).toBe(lower(wallet.address))
  })

  test('nonces past their time are swept out', async () => {
    await createNonce(context, { address: account.address })
    await pruneNonces(context.db, new Date(Date.now() + NONCE_SECONDS * 1000 + 1000))
    expect(await context.db.$count(siweNonces)).toBe(0)
  })
})
