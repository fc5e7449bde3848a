import {
  createTestClient,
  createWalletClient,
  encodeFunctionData,
  erc20Abi,
  type Hex,
  http,
  parseGwei,
  type TestClient,
} from 'viem'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { localAccount } from '@/lib/chain/deploy/local-accounts'
import { type ChainClient, chainOf, createChainClient } from '@/lib/chain/public-client'
import { startTestChain, type TestChain } from '@/test/chain'
import { followTransaction } from './follow-transaction'
import type { PendingTransaction } from './pending-transactions'

const account = localAccount(6)
let chain: TestChain
let client: ChainClient
let node: TestClient

beforeAll(async () => {
  chain = await startTestChain()
  client = createChainClient(chain.deployment, chain.rpcUrl)
  node = createTestClient({ mode: 'anvil', transport: http(chain.rpcUrl) })
}, 60_000)
beforeEach(() => node.setAutomine(false))
afterAll(() => chain.stop())

const approve = (amount: bigint): Hex =>
  encodeFunctionData({ abi: erc20Abi, functionName: 'approve', args: [account.address, amount] })

/** Sends without mining; what a page would remember of it. */
async function send(data: Hex, options: { gas?: bigint } = {}): Promise<PendingTransaction> {
  const wallet = wallets()
  const nonce = await client.getTransactionCount({ address: account.address })
  const sentAtBlock = Number(await client.getBlockNumber({ cacheTime: 0 }))
  const to = chain.deployment.dollar
  const hash = await wallet.sendTransaction({ to, data, nonce, ...options })
  return { key: 'test', hash, from: account.address, to, data, nonce, sentAtBlock }
}

function wallets() {
  return createWalletClient({
    account,
    chain: chainOf(chain.deployment, chain.rpcUrl),
    transport: http(chain.rpcUrl),
  })
}

/** gas is given, since an estimate on the pending block counts on the transaction that is to be replaced */
const dear = { maxFeePerGas: parseGwei('100'), maxPriorityFeePerGas: parseGwei('50'), gas: 100_000n }

test('is sent until a block has it, then mined', async () => {
  const sent = await send(approve(1n))
  expect(await followTransaction(client, sent)).toEqual({ step: 'sent', hash: sent.hash })
  await node.mine({ blocks: 1 })
  expect(await followTransaction(client, sent)).toMatchObject({
    step: 'mined',
    hash: sent.hash,
    spedUp: false,
  })
})

test('a sped-up transaction is the same one, under another hash, many blocks later too', async () => {
  const sent = await send(approve(2n))
  const faster = await wallets().sendTransaction({ to: sent.to, data: sent.data, nonce: sent.nonce, ...dear })
  await node.mine({ blocks: 40 })
  expect(await followTransaction(client, sent)).toMatchObject({ step: 'mined', hash: faster, spedUp: true })
})

test('a transaction cancelled in the wallet is replaced by another', async () => {
  const sent = await send(approve(3n))
  const cancel = await wallets().sendTransaction({ to: account.address, nonce: sent.nonce, ...dear })
  await node.mine({ blocks: 3 })
  expect(await followTransaction(client, sent)).toEqual({ step: 'replaced', hash: sent.hash, by: cancel })
})

test('a transaction that reverted says why, in words', async () => {
  const data = encodeFunctionData({
    abi: erc20Abi,
    functionName: 'transfer',
    args: [localAccount(7).address, 10n ** 30n],
  })
  const sent = await send(data, { gas: 100_000n })
  await node.mine({ blocks: 1 })
  const state = await followTransaction(client, sent)
  expect(state).toMatchObject({ step: 'failed', hash: sent.hash })
  expect(state).toHaveProperty('reason', expect.stringMatching(/dollars/i))
})
