import { type Address, encodeFunctionData, erc20Abi, erc721Abi, type Hex } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDollarAbi } from '@/lib/chain/abi/generated/testDollar'
import { orderFromJson } from '@/lib/chain/seaport/order-components'
import { orderDigest } from '@/lib/chain/seaport/order-hash'
import { type ContractWallet, createContractWallet } from '@/test/contract-wallet'
import { createTestMarket, type Person, type TestMarket } from '@/test/market'
import { postOrder } from './post-order'
import { prepareFill } from './prepare-fill'
import { prepareListing } from './prepare-order'

const PRICE = 120_000_000n

let market: TestMarket
let owner: Person
let buyer: Person
let wallet: ContractWallet
let address: Address

beforeAll(async () => {
  market = await createTestMarket()
  owner = market.person(3)
  buyer = market.person(4)
  wallet = await createContractWallet(market.client, owner.index)
  address = wallet.address.toLowerCase() as Address
  await market.fund(buyer, 1_000_000_000n)
}, 120_000)
afterAll(() => market?.close())

/** The wallet sends a call because its owner tells it to. */
function sendFromWallet(to: Address, data: Hex) {
  return market.send(owner, wallet.execute([{ to, data }]))
}

async function listing(positionId: number) {
  const endTime = await market.weekAhead()
  const prepared = await prepareListing(market, { account: address, positionId, price: PRICE, endTime })
  const components = orderFromJson(prepared.components)
  const signature = await owner.account.sign({ hash: orderDigest(market.deployment, components) })
  return { chainId: market.deployment.chainId, components, signature }
}

test('a contract wallet sells by its own word (ERC-1271), once it is deployed', async () => {
  const position = await market.register(owner, address)
  const input = await listing(position)
  await expect(postOrder(market, input)).rejects.toMatchObject({ name: 'MissingApprovalError' })

  await wallet.deploy()
  const approve = encodeFunctionData({
    abi: erc721Abi,
    functionName: 'setApprovalForAll',
    args: [market.deployment.seaport, true],
  })
  await sendFromWallet(market.deployment.positions, approve)
  const posted = await postOrder(market, input)
  expect(posted).toMatchObject({ created: true, status: 'open' })

  const { steps } = await prepareFill(market, { orderHash: posted.hash, account: buyer.address })
  for (const step of steps) await market.send(buyer, step)
  expect(await market.ownerOf(position)).toBe(buyer.address)
  expect(await market.balanceOf(address)).toBe(118_800_000n)
})

test('what another key signed is not its word', async () => {
  const position = await market.register(owner, address)
  const input = await listing(position)
  const signature = await buyer.account.sign({ hash: orderDigest(market.deployment, input.components) })
  await expect(postOrder(market, { ...input, signature })).rejects.toMatchObject({
    name: 'InvalidSignatureError',
  })
})

test('a contract wallet buys', async () => {
  const seller = market.person(5)
  await market.approveAll(seller)
  const position = await market.register(seller)
  const { hash } = await market.list(seller, position, PRICE)
  const { dollar } = market.deployment
  await sendFromWallet(
    dollar,
    encodeFunctionData({ abi: testDollarAbi, functionName: 'faucet', args: [PRICE] }),
  )
  await sendFromWallet(
    dollar,
    encodeFunctionData({ abi: erc20Abi, functionName: 'approve', args: [market.deployment.seaport, PRICE] }),
  )
  const { steps } = await prepareFill(market, { orderHash: hash, account: address })
  for (const step of steps) await sendFromWallet(step.to, step.data)
  expect(await market.ownerOf(position)).toBe(address)
})
