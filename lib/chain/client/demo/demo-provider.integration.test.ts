import { type Hex, numberToHex, parseEther, stringToHex } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localAccount } from '@/lib/chain/deploy/local-accounts'
import { type ChainClient, chainOf, createChainClient } from '@/lib/chain/public-client'
import { startTestChain, type TestChain } from '@/test/chain'
import { createDemoProvider, type DemoProvider } from './demo-provider'

const account = localAccount(5)
const other = privateKeyToAccount(generatePrivateKey())
let chain: TestChain
let client: ChainClient
let provider: DemoProvider

beforeAll(async () => {
  chain = await startTestChain()
  client = createChainClient(chain.deployment, chain.rpcUrl)
  provider = createDemoProvider(account, chainOf(chain.deployment, chain.rpcUrl), chain.rpcUrl)
}, 60_000)
afterAll(() => chain.stop())

test('tells its account and chain', async () => {
  expect(await provider.request({ method: 'eth_requestAccounts' })).toEqual([account.address])
  expect(await provider.request({ method: 'eth_chainId' })).toBe(numberToHex(31_337))
})

test('signs a message that its account is known by', async () => {
  const signature = await provider.request({
    method: 'personal_sign',
    params: [stringToHex('Sign in'), account.address],
  })
  expect(
    await client.verifyMessage({ address: account.address, message: 'Sign in', signature: signature as Hex }),
  ).toBe(true)
})

test('signs typed data as JSON', async () => {
  const typed = {
    domain: { name: 'Test', chainId: 31_337 },
    types: {
      EIP712Domain: [
        { name: 'name', type: 'string' },
        { name: 'chainId', type: 'uint256' },
      ],
      Note: [{ name: 'amount', type: 'uint256' }],
    },
    primaryType: 'Note' as const,
    message: { amount: '12345678901234567890' },
  }
  const signature = await provider.request({
    method: 'eth_signTypedData_v4',
    params: [account.address, JSON.stringify(typed)],
  })
  expect(
    await client.verifyTypedData({
      ...typed,
      types: { Note: [{ name: 'amount', type: 'uint256' }] },
      message: { amount: 12345678901234567890n },
      address: account.address,
      signature: signature as Hex,
    }),
  ).toBe(true)
})

test('sends transactions asked for at once, each with a nonce of its own', async () => {
  const send = () =>
    provider.request({
      method: 'eth_sendTransaction',
      params: [{ from: account.address, to: other.address, value: numberToHex(parseEther('0.1')) }],
    })
  const hashes = await Promise.all([send(), send(), send()])
  for (const hash of hashes) await client.waitForTransactionReceipt({ hash: hash as Hex })
  expect(await client.getBalance({ address: other.address })).toBe(parseEther('0.3'))
})

test('signs for no other account, goes to no other chain, and has no other wallet method', async () => {
  const refused = [
    { method: 'personal_sign', params: ['0x00', other.address] },
    { method: 'eth_sendTransaction', params: [{ from: other.address, to: account.address }] },
    { method: 'wallet_switchEthereumChain', params: [{ chainId: '0x1' }] },
    { method: 'wallet_sendCalls', params: [{}] },
  ]
  for (const request of refused) await expect(provider.request(request)).rejects.toThrow()
})
