import {
  createTestClient,
  createWalletClient,
  encodeFunctionData,
  erc20Abi,
  type Hex,
  http,
  parseGwei,
  type TestClient,
  TransactionNotFoundError,
  TransactionReceiptNotFoundError,
} from 'viem'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { localAccount } from '@/lib/chain/deploy/local-accounts'
import { type ChainClient, chainOf, createChainClient } from '@/lib/chain/public-client'
import { startTestChain, type TestChain } from '@/test/chain'
import { type FollowClient, type Followed, followTransaction } from './follow-transaction'

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
async function send(data: Hex, options: { gas?: bigint } = {}): Promise<Followed & { hash: Hex }> {
  const wallet = wallets()
  const nonce = await client.getTransactionCount({ address: account.address })
  const sentAtBlock = Number(await client.getBlockNumber({ cacheTime: 0 }))
  const to = chain.deployment.dollar
  const hash = await wallet.sendTransaction({ to, data, nonce, ...options })
  const outcome = { step: 'sent', hash } as const
  return { hash, sender: account.address, to, data, nonce, sentAtBlock, outcome }
}

function wallets() {
  return createWalletClient({
    account,
    chain: chainOf(chain.deployment, chain.rpcUrl),
    transport: http(chain.rpcUrl),
  })
}

const callOf = ({ to, data, nonce }: Followed) => ({ to, data, ...(nonce !== undefined && { nonce }) })

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
  const faster = await wallets().sendTransaction({ ...callOf(sent), ...dear })
  await node.mine({ blocks: 40 })
  expect(await followTransaction(client, sent)).toMatchObject({ step: 'mined', hash: faster, spedUp: true })
})

test('a transaction cancelled in the wallet is replaced by another', async () => {
  const sent = await send(approve(3n))
  const cancel = await wallets().sendTransaction({ to: account.address, nonce: sent.nonce, ...dear })
  await node.mine({ blocks: 3 })
  expect(await followTransaction(client, sent)).toMatchObject({
    step: 'replaced',
    hash: sent.hash,
    by: cancel,
  })
})

test('for the moment between pool and block a transaction is not taken for replaced', async () => {
  const first = await send(approve(31n))
  await node.mine({ blocks: 1 })
  const second = await send(approve(32n))
  await node.mine({ blocks: 1 })
  let looks = 0
  const between: FollowClient = {
    ...client,
    getTransactionReceipt: (args) =>
      args.hash === second.hash && looks < 2
        ? Promise.reject(new TransactionReceiptNotFoundError(args))
        : client.getTransactionReceipt(args),
    getTransaction: ((args: { hash: Hex }) =>
      looks++ < 2
        ? Promise.reject(new TransactionNotFoundError(args))
        : client.getTransaction(args)) as FollowClient['getTransaction'],
  }
  // the nonce that was counted is the one before
  const followed = { ...second, ...(first.nonce !== undefined && { nonce: first.nonce }) }
  expect(await followTransaction(between, followed)).toMatchObject({ step: 'sent', hash: second.hash })
  expect(await followTransaction(client, followed)).toMatchObject({ step: 'mined', hash: second.hash })
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

test('what the node has dropped is sent still, and known to be unknown since the first look', async () => {
  const sent = await send(approve(4n))
  await node.dropTransaction({ hash: sent.hash })
  const first = await followTransaction(client, sent, 1_000)
  expect(first).toEqual({ step: 'sent', hash: sent.hash, unknownSince: 1_000 })
  expect(await followTransaction(client, { ...sent, outcome: first }, 9_000)).toEqual(first)
})

test('a transaction whose block is undone is reorganised away, then mined again', async () => {
  const sent = await send(approve(5n))
  const { raw } = await rawOf(sent)
  await node.mine({ blocks: 1 })
  const mined = await followTransaction(client, sent)
  expect(mined).toMatchObject({ step: 'mined' })

  await node.request({ method: 'anvil_reorg' as never, params: [1, []] as never })
  const gone = await followTransaction(client, { ...sent, outcome: mined })
  expect(gone).toMatchObject({ step: 'reorganised', hash: sent.hash })

  await client.sendRawTransaction({ serializedTransaction: raw }).catch(() => undefined)
  await node.mine({ blocks: 2 })
  expect(await followTransaction(client, { ...sent, outcome: gone })).toMatchObject({
    step: 'mined',
    hash: sent.hash,
    again: true,
  })
})

test('a reload before the wallet answered: found by its nonce, pending and mined', async () => {
  const { hash, ...rest } = await send(approve(6n))
  const asked: Followed = { ...rest, outcome: { step: 'unanswered' } }
  expect(await followTransaction(client, { ...asked, nonce: (rest.nonce ?? 0) + 1 })).toEqual({
    step: 'unanswered',
  })
  expect(await followTransaction(client, asked)).toEqual({ step: 'sent' })
  await node.mine({ blocks: 1 })
  expect(await followTransaction(client, asked)).toMatchObject({ step: 'mined', hash, spedUp: false })
})

test('a node that keeps no old states finds a sped-up transaction in the blocks themselves', async () => {
  const sent = await send(approve(7n))
  const faster = await wallets().sendTransaction({ ...callOf(sent), ...dear })
  await node.mine({ blocks: 30 })
  const forgetful = {
    ...client,
    getTransactionCount: (options: Parameters<ChainClient['getTransactionCount']>[0]) =>
      'blockNumber' in options &&
      options.blockNumber !== undefined &&
      options.blockNumber < sent.sentAtBlock + 30
        ? Promise.reject(new Error('missing trie node'))
        : client.getTransactionCount(options),
  }
  expect(await followTransaction(forgetful, sent)).toMatchObject({
    step: 'mined',
    hash: faster,
    spedUp: true,
  })
})

/** The signed transaction again: the same bytes, since signatures are deterministic. */
async function rawOf({ hash }: { hash: Hex }) {
  const { to, input, nonce, gas, maxFeePerGas, maxPriorityFeePerGas } = await client.getTransaction({ hash })
  const raw = await account.signTransaction({
    type: 'eip1559',
    chainId: 31_337,
    to,
    data: input,
    nonce,
    gas,
    maxFeePerGas: maxFeePerGas ?? 0n,
    maxPriorityFeePerGas: maxPriorityFeePerGas ?? 0n,
  })
  return { raw }
}
