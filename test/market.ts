import { randomUUID } from 'node:crypto'
import {
  type Address,
  createWalletClient,
  encodeFunctionData,
  erc20Abi,
  erc721Abi,
  type Hex,
  http,
  keccak256,
  stringToHex,
  zeroHash,
} from 'viem'
import type { HDAccount } from 'viem/accounts'
import { devicePositionsAbi } from '@/lib/chain/abi/generated/devicePositions'
import { testDollarAbi } from '@/lib/chain/abi/generated/testDollar'
import { localAccount } from '@/lib/chain/deploy/local-accounts'
import {
  type DeviceSecret,
  deviceSecretFromSeed,
  publicKeyOf,
  reassignCall,
  reassignmentDigest,
  registerCall,
  registrationDigest,
  signDigest,
} from '@/lib/chain/device'
import { deviceId, toShortString } from '@/lib/chain/ids'
import { orderFromJson } from '@/lib/chain/seaport/order-components'
import { orderTypedData } from '@/lib/chain/seaport/order-typed-data'
import { createIndexer } from '@/lib/indexer'
import { type PostedOrder, postOrder } from '@/lib/server/orders/post-order'
import { type PreparedOrder, prepareItemOffer, prepareListing } from '@/lib/server/orders/prepare-order'
import { createTestContext } from './server-context'

export type Person = { account: HDAccount; address: Address; index: number }
export type TestMarket = Awaited<ReturnType<typeof createTestMarket>>

/**
 * A market on real parts: people with wallets, positions registered by devices of their own, the indexer at hand.
 *
 * @example
 * const market = await createTestMarket()
 * const [seller, buyer] = [market.person(3), market.person(4)]
 * const position = await market.register(seller)
 * const listing = await market.list(seller, position, 100_000_000n)
 */
export async function createTestMarket() {
  const context = await createTestContext()
  const { client, deployment, chain, attester } = context
  const indexer = createIndexer({ db: context.db, rpcUrl: chain.rpcUrl, deployment })
  const devices = new Map<number, DeviceSecret>()

  function person(index: number): Person {
    const account = localAccount(index)
    return { account, address: account.address.toLowerCase() as Address, index }
  }

  /** Sends a transaction, waits for its block, and lets the indexer read it. */
  async function send(from: Person, call: { to: Address; data: Hex }) {
    const wallet = createWalletClient({
      account: from.account,
      chain: client.chain,
      transport: http(chain.rpcUrl),
    })
    const hash = await wallet.sendTransaction(call)
    const receipt = await client.waitForTransactionReceipt({ hash, pollingInterval: 50 })
    if (receipt.status !== 'success') throw new Error(`transaction ${hash} was reverted`)
    await indexer.syncToHead()
    return receipt
  }

  async function claim<terms extends object>(owner: Address, terms: terms) {
    const { timestamp } = await client.getBlock()
    return {
      owner,
      network: toShortString('relay'),
      model: toShortString('server-1'),
      cell: 0n,
      place: zeroHash,
      metadata: keccak256(stringToHex('first')),
      deadline: timestamp + 3_600n,
      ...terms,
    }
  }

  async function register(owner: Person, as: Address = owner.address): Promise<number> {
    const secret = deviceSecretFromSeed('p256', randomUUID())
    const key = publicKeyOf(secret)
    const terms = await claim(as, { deviceId: deviceId(key), nonce: 0n })
    const digest = registrationDigest(deployment, terms)
    const proven = {
      claim: terms,
      key,
      deviceSignature: signDigest(secret, digest),
      attester: attester.address,
      attesterSignature: await attester.sign({ hash: digest }),
    }
    await send(owner, registerCall(deployment.positions, proven))
    const id = Number(
      await client.readContract({
        address: deployment.positions,
        abi: devicePositionsAbi,
        functionName: 'tokenOfDevice',
        args: [terms.deviceId],
      }),
    )
    devices.set(id, secret)
    return id
  }

  /** Moves a device to another network, or changes its metadata, with both signatures. */
  async function reassign(owner: Person, id: number, change: { network?: string; metadata?: string }) {
    const secret = devices.get(id)
    if (!secret) throw new Error(`position ${id} is not of this market`)
    const key = publicKeyOf(secret)
    const nonce = await client.readContract({
      address: deployment.positions,
      abi: devicePositionsAbi,
      functionName: 'deviceNonce',
      args: [deviceId(key)],
    })
    const terms = await claim(owner.address, {
      tokenId: BigInt(id),
      nonce,
      ...(change.network && { network: toShortString(change.network) }),
      ...(change.metadata && { metadata: keccak256(stringToHex(change.metadata)) }),
    })
    const digest = reassignmentDigest(deployment, terms)
    const proven = {
      claim: terms,
      key,
      deviceSignature: signDigest(secret, digest),
      attester: attester.address,
      attesterSignature: await attester.sign({ hash: digest }),
    }
    return send(owner, reassignCall(deployment.positions, proven))
  }

  function setUser(owner: Person, id: number, user: Address, expires: bigint) {
    const data = encodeFunctionData({
      abi: devicePositionsAbi,
      functionName: 'setUser',
      args: [BigInt(id), user, expires],
    })
    return send(owner, { to: deployment.positions, data })
  }

  function transfer(from: Person, to: Address, id: number) {
    const data = encodeFunctionData({
      abi: erc721Abi,
      functionName: 'transferFrom',
      args: [from.address, to, BigInt(id)],
    })
    return send(from, { to: deployment.positions, data })
  }

  function approveAll(owner: Person, approved = true) {
    const data = encodeFunctionData({
      abi: erc721Abi,
      functionName: 'setApprovalForAll',
      args: [deployment.seaport, approved],
    })
    return send(owner, { to: deployment.positions, data })
  }

  /** Dollars from the faucet; and what Seaport may take of them. */
  async function fund(who: Person, amount: bigint, allowance = amount) {
    if (amount > 0n)
      await send(who, {
        to: deployment.dollar,
        data: encodeFunctionData({ abi: testDollarAbi, functionName: 'faucet', args: [amount] }),
      })
    await send(who, {
      to: deployment.dollar,
      data: encodeFunctionData({
        abi: erc20Abi,
        functionName: 'approve',
        args: [deployment.seaport, allowance],
      }),
    })
  }

  const weekAhead = async () => Number((await client.getBlock()).timestamp) + 7 * 86_400

  async function sign(signer: Person, prepared: PreparedOrder) {
    const components = orderFromJson(prepared.components)
    const signature = await signer.account.signTypedData(orderTypedData(deployment, components))
    return { chainId: deployment.chainId, components, signature }
  }

  async function list(seller: Person, positionId: number, price: bigint): Promise<PostedOrder> {
    const endTime = await weekAhead()
    const prepared = await prepareListing(context, { account: seller.address, positionId, price, endTime })
    return postOrder(context, await sign(seller, prepared))
  }

  async function offer(buyer: Person, positionId: number, price: bigint): Promise<PostedOrder> {
    const endTime = await weekAhead()
    const prepared = await prepareItemOffer(context, { account: buyer.address, positionId, price, endTime })
    return postOrder(context, await sign(buyer, prepared))
  }

  async function ownerOf(id: number): Promise<Address> {
    const owner = await client.readContract({
      address: deployment.positions,
      abi: erc721Abi,
      functionName: 'ownerOf',
      args: [BigInt(id)],
    })
    return owner.toLowerCase() as Address
  }

  function balanceOf(account: Address): Promise<bigint> {
    return client.readContract({
      address: deployment.dollar,
      abi: erc20Abi,
      functionName: 'balanceOf',
      args: [account],
    })
  }

  return {
    ...context,
    indexer,
    person,
    send,
    register,
    reassign,
    setUser,
    transfer,
    approveAll,
    fund,
    weekAhead,
    sign,
    list,
    offer,
    ownerOf,
    balanceOf,
  }
}
