import {
  type Address,
  createTestClient,
  createWalletClient,
  encodeFunctionData,
  erc20Abi,
  erc721Abi,
  type Hex,
  http,
  type LocalAccount,
  parseEther,
} from 'viem'
import { devicePositionsAbi } from '@/lib/chain/abi/generated/devicePositions'
import { testDollarAbi } from '@/lib/chain/abi/generated/testDollar'
import { localAccount } from '@/lib/chain/deploy/local-accounts'
import type { Deployment } from '@/lib/chain/deployment'
import { createChainClient } from '@/lib/chain/public-client'
import { walletCode } from '@/test/wallet-contracts'
import { readProduct } from './product'

export type LocalChain = Awaited<ReturnType<typeof createLocalChain>>

/** An account of the local mnemonic that no other part of the product uses. */
const GIVER = 7

/** The local chain as a test reads and writes it, with viem and past our pages. */
export async function createLocalChain(origin: string) {
  const url = new URL('/api/rpc', origin).href
  const response = await fetch(new URL('/api/chain', origin))
  const deployment = (await response.json()) as Deployment
  const client = createChainClient(deployment, url)
  const { positions, dollar, seaport } = deployment

  async function send(from: LocalAccount, call: { to?: Address; data?: Hex; value?: bigint }) {
    const wallet = createWalletClient({ account: from, chain: client.chain, transport: http(url) })
    const hash = await wallet.sendTransaction(call)
    const receipt = await client.waitForTransactionReceipt({ hash })
    if (receipt.status !== 'success') throw new Error(`${hash} was reverted`)
    return receipt
  }

  async function giveEther(account: Address, amount = parseEther('1')) {
    await send(localAccount(GIVER), { to: account, value: amount })
  }

  async function giveDollars(account: Address, amount = 10_000_000_000n) {
    const giver = localAccount(GIVER)
    const draw = encodeFunctionData({ abi: testDollarAbi, functionName: 'faucet', args: [amount] })
    const give = encodeFunctionData({ abi: erc20Abi, functionName: 'transfer', args: [account, amount] })
    await send(giver, { to: dollar, data: draw })
    await send(giver, { to: dollar, data: give })
  }

  return {
    client,
    deployment,
    url,
    send,
    /** ether for gas and 10,000 test dollars */
    async fund(account: Address) {
      await giveEther(account)
      await giveDollars(account)
    },
    giveEther,
    giveDollars,
    /** what a key delegates to so that it can make calls in one step (EIP-7702) */
    async deployBatchExecutor(): Promise<Address> {
      const { contractAddress } = await send(localAccount(GIVER), { data: walletCode('BatchExecutor') })
      if (!contractAddress) throw new Error('the batch executor was not deployed')
      return contractAddress
    },
    /** the chain undoes its newest blocks, down to the one with this transaction, which is dropped */
    async undoLastBlocks(hash: Hex | undefined) {
      if (!hash) throw new Error('nothing was sent')
      const [{ blockNumber }, head] = await Promise.all([
        client.getTransactionReceipt({ hash }),
        client.getBlockNumber({ cacheTime: 0 }),
      ])
      const node = createTestClient({ mode: 'anvil', transport: http(readProduct().rpcUrl) })
      const depth = Number(head - blockNumber) + 1
      await node.request({ method: 'anvil_reorg' as never, params: [depth, []] as never })
    },
    ownerOf: (id: number) =>
      client.readContract({
        address: positions,
        abi: erc721Abi,
        functionName: 'ownerOf',
        args: [BigInt(id)],
      }),
    dollarsOf: (account: Address) =>
      client.readContract({ address: dollar, abi: erc20Abi, functionName: 'balanceOf', args: [account] }),
    approveDollars: (from: LocalAccount, amount: bigint) =>
      send(from, {
        to: dollar,
        data: encodeFunctionData({ abi: erc20Abi, functionName: 'approve', args: [seaport, amount] }),
      }),
    approvePosition: (from: LocalAccount, id: number) =>
      send(from, {
        to: positions,
        data: encodeFunctionData({ abi: erc721Abi, functionName: 'approve', args: [seaport, BigInt(id)] }),
      }),
    transfer: (from: LocalAccount, to: Address, id: number) =>
      send(from, {
        to: positions,
        data: encodeFunctionData({
          abi: erc721Abi,
          functionName: 'transferFrom',
          args: [from.address, to, BigInt(id)],
        }),
      }),
    setUser: (from: LocalAccount, id: number, user: Address, expires: bigint) =>
      send(from, {
        to: positions,
        data: encodeFunctionData({
          abi: devicePositionsAbi,
          functionName: 'setUser',
          args: [BigInt(id), user, expires],
        }),
      }),
  }
}
