import { eq } from 'drizzle-orm'
import {
  type Address,
  createTestClient,
  createWalletClient,
  encodeFunctionData,
  erc721Abi,
  type Hex,
  http,
  parseEventLogs,
} from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getOrder } from '@/db/queries/orders'
import { sales } from '@/db/schema'
import { seaportAbi } from '@/lib/chain/seaport/abi'
import { createTestMarket, type Person, type TestMarket } from '@/test/market'
import { prepareFill } from '../orders/prepare-fill'
import { preparePurchase } from './prepare-purchase'

const PRICES = [120_000_000n, 250_000_000n, 80_000_000n]

let market: TestMarket
let seller: Person
let neighbour: Person
let buyer: Person
let rival: Person

beforeAll(async () => {
  market = await createTestMarket()
  ;[seller, neighbour, buyer, rival] = [3, 4, 5, 6].map((index) => market.person(index)) as [
    Person,
    Person,
    Person,
    Person,
  ]
  await market.approveAll(seller)
  await market.approveAll(neighbour)
  await market.fund(buyer, 10_000_000_000n, 0n)
  await market.fund(rival, 10_000_000_000n)
}, 120_000)
afterAll(() => market?.close())

/** Two listings of one seller and one of another. */
async function offerThree() {
  const owners = [seller, seller, neighbour]
  const offered: { hash: Hex; position: number; price: bigint }[] = []
  for (const [k, owner] of owners.entries()) {
    const position = await market.register(owner)
    const { hash } = await market.list(owner, position, PRICES[k]!)
    offered.push({ hash, position, price: PRICES[k]! })
  }
  return offered
}

const prepare = (hashes: Hex[], who = buyer) =>
  preparePurchase(market, { orderHashes: hashes, account: who.address })

async function approved(hashes: Hex[]) {
  const first = await prepare(hashes)
  for (const step of first.steps.slice(0, -1)) await market.send(buyer, step)
  return first.steps.length > 1 ? prepare(hashes) : first
}

async function buyAlone(hash: Hex, who: Person) {
  const { steps } = await prepareFill(market, { orderHash: hash, account: who.address })
  for (const step of steps) await market.send(who, step)
}

/** Sends without trying first and without waiting. */
function post(who: Person, { to, data }: { to: Address; data: Hex }) {
  const transport = http(market.chain.rpcUrl)
  const wallet = createWalletClient({ account: who.account, chain: market.client.chain, transport })
  return wallet.sendTransaction({ to, data, gas: 900_000n })
}

/** The buyer sends what a wallet was asked for a moment too late. */
async function sendAnyway(call: { to: Address; data: Hex }) {
  return market.client.waitForTransactionReceipt({ hash: await post(buyer, call) })
}

test('three listings of two sellers in one transaction: each is paid, each is a sale in the record', async () => {
  const offered = await offerThree()
  const hashes = offered.map(({ hash }) => hash)
  const total = PRICES.reduce((sum, price) => sum + price, 0n)
  const before = await Promise.all([buyer, seller, neighbour].map(({ address }) => market.balanceOf(address)))

  const first = await prepare(hashes)
  expect(first.steps.map(({ kind }) => kind)).toEqual(['approve_dollars', 'fill'])
  expect(first).toMatchObject({ total, gone: [] })
  expect(first.gas).toBeUndefined()
  const ready = await approved(hashes)
  expect(ready.steps.map(({ kind }) => kind)).toEqual(['fill'])
  expect(ready.gas).toBeLessThan(700_000n)
  const receipt = await market.send(buyer, ready.steps[0]!)

  expect(parseEventLogs({ abi: seaportAbi, logs: receipt.logs, eventName: 'OrderFulfilled' })).toHaveLength(3)
  for (const { position, hash } of offered) {
    expect(await market.ownerOf(position)).toBe(buyer.address)
    expect((await getOrder(market.db, hash))?.status).toBe('filled')
  }
  const after = await Promise.all([buyer, seller, neighbour].map(({ address }) => market.balanceOf(address)))
  const net = (price: bigint) => price - price / 100n
  expect(after.map((amount, k) => amount - before[k]!)).toEqual([
    -total,
    net(PRICES[0]!) + net(PRICES[1]!),
    net(PRICES[2]!),
  ])
  const sold = await market.db
    .select({ positionId: sales.positionId, price: sales.price, buyer: sales.buyer })
    .from(sales)
    .where(eq(sales.transactionHash, receipt.transactionHash))
    .orderBy(sales.positionId)
  expect(sold).toEqual(
    offered.map(({ position, price }) => ({ positionId: position, price, buyer: buyer.address })),
  )
  await expect(prepare(hashes)).rejects.toThrow('None of these listings can be bought any more.')
}, 60_000)

test('one is bought by someone else after the basket was made: it is told, and left out of the transaction', async () => {
  const [first, second, third] = await offerThree()
  await buyAlone(second!.hash, rival)
  const prepared = await prepare([first!.hash, second!.hash, third!.hash])
  expect(prepared.total).toBe(PRICES[0]! + PRICES[2]!)
  expect(prepared.gone).toMatchObject([
    { hash: second!.hash, positionId: second!.position, error: { name: 'OrderAlreadyFilledError' } },
  ])
}, 60_000)

test('one is bought in the very last moment: the chain skips it, and the buyer pays for the others alone', async () => {
  const offered = await offerThree()
  const ready = await approved(offered.map(({ hash }) => hash))
  await buyAlone(offered[1]!.hash, rival)
  const before = await market.balanceOf(buyer.address)
  await market.send(buyer, ready.steps.at(-1)!)
  expect(await market.balanceOf(buyer.address)).toBe(before - PRICES[0]! - PRICES[2]!)
  expect(await Promise.all(offered.map(({ position }) => market.ownerOf(position)))).toEqual([
    buyer.address,
    rival.address,
    buyer.address,
  ])
}, 60_000)

test('a device that changed under its listing in the last moment is skipped by the zone', async () => {
  const offered = await offerThree()
  const ready = await approved(offered.map(({ hash }) => hash))
  await market.reassign(seller, offered[0]!.position, { metadata: 'another' })
  const before = await market.balanceOf(buyer.address)
  await market.send(buyer, ready.steps.at(-1)!)
  expect(await market.balanceOf(buyer.address)).toBe(before - PRICES[1]! - PRICES[2]!)
  expect(await market.ownerOf(offered[0]!.position)).toBe(seller.address)
}, 60_000)

test('a position that its seller moved away in the last moment is skipped: its state is not the signed one', async () => {
  const offered = await offerThree()
  const ready = await approved(offered.map(({ hash }) => hash))
  await market.transfer(seller, rival.address, offered[0]!.position)
  const before = await market.balanceOf(buyer.address)
  await market.send(buyer, ready.steps.at(-1)!)
  expect(await market.balanceOf(buyer.address)).toBe(before - PRICES[1]! - PRICES[2]!)
}, 60_000)

test('a seller ends an approval between view and purchase: the listing is told and left out', async () => {
  const offered = await offerThree()
  const shown = await prepare(offered.map(({ hash }) => hash))
  await market.approveAll(neighbour, false)
  const again = await prepare(offered.map(({ hash }) => hash))
  await market.approveAll(neighbour)
  expect(again.total).toBe(shown.total - PRICES[2]!)
  expect(again.gone).toMatchObject([
    { hash: offered[2]!.hash, error: { name: 'MissingApprovalError' }, undoes: true },
  ])
}, 60_000)

test('a seller ends an approval between the last check and the block: all is undone, and the rest can be bought at once', async () => {
  const offered = await offerThree()
  const hashes = offered.map(({ hash }) => hash)
  const ready = await approved(hashes)
  await market.approveAll(neighbour, false)
  const before = await market.balanceOf(buyer.address)
  expect((await sendAnyway(ready.steps.at(-1)!)).status).toBe('reverted')
  expect(await market.balanceOf(buyer.address)).toBe(before)

  const rest = await prepare(hashes)
  expect(rest.gone).toMatchObject([{ positionId: offered[2]!.position, undoes: true }])
  expect(rest.gone[0]?.error.message).toMatch(/seller has not approved/)
  expect(rest.steps.map(({ kind }) => kind)).toEqual(['fill'])
  await market.send(buyer, rest.steps[0]!)
  expect(await market.balanceOf(buyer.address)).toBe(before - PRICES[0]! - PRICES[1]!)
  await market.approveAll(neighbour)
}, 60_000)

test.each([
  ['with the sum approved', 10_000_000_000n],
  ['with the approval still to be made', 0n],
])(
  'what waits to be mined counts before the wallet opens: %s',
  async (_, allowance) => {
    const offered = await offerThree()
    await market.fund(buyer, 0n, allowance)
    const node = createTestClient({ mode: 'anvil', transport: http(market.chain.rpcUrl) })
    const hashes = offered.map(({ hash }) => hash)
    const { steps } = await prepareFill(market, { orderHash: hashes[0]!, account: rival.address })
    await node.setAutomine(false)
    try {
      // the neighbour's approval ends, and the rival buys the first, in the next block
      await post(neighbour, {
        to: market.deployment.positions,
        data: encodeFunctionData({
          abi: erc721Abi,
          functionName: 'setApprovalForAll',
          args: [market.deployment.seaport, false],
        }),
      })
      for (const step of steps) await post(rival, step)
      const prepared = await prepare(hashes)
      expect(prepared.listings.map(({ hash }) => hash)).toEqual([hashes[1]])
      expect(prepared.gone.map(({ hash, undoes }) => [hash, undoes])).toEqual(
        expect.arrayContaining([
          [hashes[0], false],
          [hashes[2], true],
        ]),
      )
      expect(prepared.steps).toHaveLength(allowance > 0n ? 1 : 2)
    } finally {
      await node.setAutomine(true)
      await node.mine({ blocks: 1 })
      await market.indexer.syncToHead()
      await market.approveAll(neighbour)
    }
  },
  60_000,
)

test('when all are gone in the last moment nothing is paid: the transaction is reverted', async () => {
  const offered = await offerThree()
  const ready = await approved([offered[0]!.hash])
  await buyAlone(offered[0]!.hash, rival)
  const before = await market.balanceOf(buyer.address)
  expect((await sendAnyway(ready.steps.at(-1)!)).status).toBe('reverted')
  expect(await market.balanceOf(buyer.address)).toBe(before)
}, 60_000)

test('who holds too little is told before any gas is spent; own listings are left out', async () => {
  const offered = await offerThree()
  const poor = market.person(7)
  await expect(prepare([offered[0]!.hash], poor)).rejects.toMatchObject({ name: 'InsufficientFundsError' })
  await market.fund(seller, 10_000_000_000n)
  const { listings, gone } = await prepare(
    offered.map(({ hash }) => hash),
    seller,
  )
  expect(listings.map(({ positionId }) => positionId)).toEqual([offered[2]!.position])
  expect(gone.map(({ error }) => error.name)).toEqual(['SelfTradeError', 'SelfTradeError'])
}, 60_000)
