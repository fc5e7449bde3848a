import { eq } from 'drizzle-orm'
import { encodeFunctionData, erc721Abi, type Hex } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { orderStates } from '@/db/schema'
import { orderFromJson } from '@/lib/chain/seaport/order-components'
import { orderDigest } from '@/lib/chain/seaport/order-hash'
import { postOrder } from '@/lib/server/orders/post-order'
import { prepareListing } from '@/lib/server/orders/prepare-order'
import { type ContractWallet, createContractWallet } from '@/test/contract-wallet'
import { createTestMarket, type Person, type TestMarket } from '@/test/market'
import { createIndexer } from '../indexer'
import { createJsonRpc } from '../source/json-rpc'
import { simulateOrder } from './simulate-order'

const PRICE = 100_000_000n
let market: TestMarket
let owner: Person
let buyer: Person
let wallet: ContractWallet

beforeAll(async () => {
  market = await createTestMarket()
  owner = market.person(3)
  buyer = market.person(4)
  wallet = await createContractWallet(market.client, owner.index)
  await wallet.deploy()
  const approve = encodeFunctionData({
    abi: erc721Abi,
    functionName: 'setApprovalForAll',
    args: [market.deployment.seaport, true],
  })
  await market.send(owner, wallet.execute([{ to: market.deployment.positions, data: approve }]))
}, 120_000)
afterAll(() => market?.close())

async function listing(seller: Person['address'], positionId: number) {
  const endTime = await market.weekAhead()
  const prepared = await prepareListing(market, { account: seller, positionId, price: PRICE, endTime })
  const components = orderFromJson(prepared.components)
  const signature = await owner.account.sign({ hash: orderDigest(market.deployment, components) })
  return { chainId: market.deployment.chainId, components, signature }
}

const stateOf = async (hash: Hex) =>
  (await market.db.select().from(orderStates).where(eq(orderStates.orderHash, hash)))[0]

test('a contract wallet’s order closes when the wallet no longer stands by it, and opens when it does again', async () => {
  const rpc = createJsonRpc(market.chain.rpcUrl)
  const seller = wallet.address.toLowerCase() as Person['address']
  const positionId = await market.register(owner, seller)
  const { hash } = await postOrder(market, await listing(seller, positionId))
  expect((await stateOf(hash))?.status).toBe('open')

  const code = await rpc.call('eth_getCode', [wallet.address, 'latest'])
  // a wallet that answers no question: its owner has changed the implementation behind it, silently
  await rpc.call('anvil_setCode', [wallet.address, '0x5f5ffd'])
  const indexer = createIndexer({
    db: market.db,
    rpcUrl: market.chain.rpcUrl,
    deployment: market.deployment,
    simulateEvery: 2,
  })
  await rpc.call('anvil_mine', ['0x2'])
  await indexer.syncToHead()
  expect(await stateOf(hash)).toMatchObject({ status: 'signature_invalid', simulationFailed: true })

  await rpc.call('anvil_setCode', [wallet.address, code])
  await rpc.call('evm_mine', [])
  await indexer.syncToHead()
  expect((await stateOf(hash))?.status).toBe('signature_invalid')
  await rpc.call('evm_mine', [])
  await indexer.syncToHead()
  expect(await stateOf(hash)).toMatchObject({ status: 'open', simulationFailed: false })
})

test('a simulation names why a purchase would fail, and passes when it would not', async () => {
  await market.approveAll(owner)
  const positionId = await market.register(owner)
  const order = await listing(owner.address, positionId)
  const { client, deployment } = market
  expect(await simulateOrder(client, deployment, order)).toEqual({ passed: true })
  const poor = await simulateOrder(client, deployment, order, { fulfiller: buyer.address })
  expect(poor).toMatchObject({ passed: false })
  await market.fund(buyer, PRICE)
  expect(await simulateOrder(client, deployment, order, { fulfiller: buyer.address })).toEqual({
    passed: true,
  })
  const forged = {
    ...order,
    signature: `${order.signature.slice(0, -4)}00${order.signature.slice(-2)}` as Hex,
  }
  expect(await simulateOrder(client, deployment, forged)).toMatchObject({ passed: false })
})
